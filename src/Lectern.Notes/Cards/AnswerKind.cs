namespace Lectern.Notes.Cards;

/// <summary>What kind of thing an answer is.</summary>
internal enum AnswerKind
{
    /// <summary>A term or another phrase.</summary>
    Term,

    /// <summary>A year.</summary>
    Year,

    /// <summary>A number, perhaps with its unit.</summary>
    Number,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A name of something else, or of nobody knows what.</summary>
    Name,
}
