namespace Lectern.Notes.Words;

/// <summary>What sort of thing a noun names, by the lexicographer's file that WordNet keeps its most usual sense in.</summary>
public enum NounKind
{
    /// <summary>Not known.</summary>
    None,

    /// <summary>A word for what all things are ("entity").</summary>
    Anything,

    /// <summary>An act.</summary>
    Act,

    /// <summary>An animal.</summary>
    Animal,

    /// <summary>A thing that people make.</summary>
    Artifact,

    /// <summary>A quality of a thing or a person.</summary>
    Attribute,

    /// <summary>A part of a body.</summary>
    Body,

    /// <summary>What is thought or known: ideas, methods, sciences.</summary>
    Cognition,

    /// <summary>What is said or written: languages, texts, signs.</summary>
    Communication,

    /// <summary>What happens.</summary>
    Event,

    /// <summary>What is felt.</summary>
    Feeling,

    /// <summary>Food or drink.</summary>
    Food,

    /// <summary>A group of people or things.</summary>
    Group,

    /// <summary>A place.</summary>
    Location,

    /// <summary>What makes somebody act.</summary>
    Motive,

    /// <summary>A thing of nature.</summary>
    NaturalObject,

    /// <summary>A person.</summary>
    Person,

    /// <summary>What is seen in nature.</summary>
    Phenomenon,

    /// <summary>A plant.</summary>
    Plant,

    /// <summary>What is owned or paid.</summary>
    Possession,

    /// <summary>A process of nature.</summary>
    Process,

    /// <summary>A number or a unit.</summary>
    Quantity,

    /// <summary>How things stand to each other.</summary>
    Relation,

    /// <summary>A shape.</summary>
    Shape,

    /// <summary>How a thing or a person is.</summary>
    State,

    /// <summary>A stuff.</summary>
    Substance,

    /// <summary>A stretch or a point of time.</summary>
    Time,
}
