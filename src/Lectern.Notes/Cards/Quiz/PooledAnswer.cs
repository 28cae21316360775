using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Quiz;

/// <summary>A noun phrase of the lecture that could stand as a wrong answer.</summary>
/// <param name="Text">The phrase without its article.</param>
/// <param name="Key">The stems of its words, which make two uses the same.</param>
/// <param name="Kind">What kind of answer it is.</param>
/// <param name="Noun">What its head names, by the lexicon.</param>
/// <param name="IsPlural">Whether its head is a plural.</param>
/// <param name="Unit">The stem of the noun after a number; empty for other kinds.</param>
internal sealed record PooledAnswer(string Text, string Key, AnswerKind Kind, NounKind Noun, bool IsPlural, string Unit)
{
    /// <summary>Whether its head is a proper name.</summary>
    public required bool IsName { get; init; }

    /// <summary>Whether it is a thing that can be counted: the lecture has said "a" or "an" before it.</summary>
    public bool IsCounted { get; set; }

    /// <summary>The sentences that use it, in order.</summary>
    public List<int> Sentences { get; } = [];

    /// <summary>The keys of phrases that stand in one list with it.</summary>
    public HashSet<string> Listed { get; } = new(StringComparer.Ordinal);
}
