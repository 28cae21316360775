namespace Lectern.Notes.Marks;

/// <summary>What a mark says of its moment. Stored by name: members are never renamed.</summary>
public enum MarkKind
{
    /// <summary>This matters.</summary>
    Important,

    /// <summary>This will be in the exam.</summary>
    Exam,

    /// <summary>Here the listener lost the thread.</summary>
    Lost,

    /// <summary>Words of the listener's own.</summary>
    Note,

    /// <summary>A picture of the board or a slide.</summary>
    Photo,

    /// <summary>Sound is missing here.</summary>
    Gap,
}
