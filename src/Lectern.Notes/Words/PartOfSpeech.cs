namespace Lectern.Notes.Words;

/// <summary>The part of speech of an English word in its sentence.</summary>
public enum PartOfSpeech
{
    /// <summary>A noun in the singular.</summary>
    Noun,

    /// <summary>A noun in the plural.</summary>
    Plural,

    /// <summary>A proper name.</summary>
    Name,

    /// <summary>A number, in digits or words.</summary>
    Number,

    /// <summary>A personal, demonstrative or indefinite pronoun, also drawn together with a verb ("it's").</summary>
    Pronoun,

    /// <summary>A possessive: "its", "Newton's".</summary>
    Possessive,

    /// <summary>An article or another word that opens a noun phrase ("the", "some", "this" before a noun).</summary>
    Determiner,

    /// <summary>An adjective.</summary>
    Adjective,

    /// <summary>An adverb.</summary>
    Adverb,

    /// <summary>A preposition.</summary>
    Preposition,

    /// <summary>The "to" before a verb.</summary>
    To,

    /// <summary>"And", "or", "but".</summary>
    Conjunction,

    /// <summary>A word that opens a clause: "that", "because", "which".</summary>
    Subordinator,

    /// <summary>A modal verb.</summary>
    Modal,

    /// <summary>A form of "be".</summary>
    Be,

    /// <summary>A form of "have".</summary>
    Have,

    /// <summary>A form of "do" before another verb.</summary>
    Do,

    /// <summary>A verb in its plain form.</summary>
    Verb,

    /// <summary>A verb in the third person singular of the present.</summary>
    ThirdPerson,

    /// <summary>A verb in the past tense.</summary>
    Past,

    /// <summary>A past participle.</summary>
    Participle,

    /// <summary>A form in -ing.</summary>
    Gerund,

    /// <summary>"Not".</summary>
    Not,

    /// <summary>An exclamation.</summary>
    Interjection,
}
