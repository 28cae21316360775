using Lectern.Inference;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Outline;

/// <summary>A part of the lecture that has one subject.</summary>
public sealed record Section
{
    /// <summary>What the section is about: its own terms, not its first words; never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Offset of the first sample.</summary>
    public required long StartSample { get; init; }

    /// <summary>Offset of the sample after the last one; the next section begins there or later.</summary>
    public required long EndSample { get; init; }

    /// <summary>Index of its first sentence.</summary>
    public required int FirstSentence { get; init; }

    /// <summary>Index of its last sentence.</summary>
    public required int LastSentence { get; init; }

    /// <summary>Its key sentences in order.</summary>
    public required IReadOnlyList<CitedSentence> KeyPoints { get; init; }

    /// <summary>Number of sentences.</summary>
    public int SentenceCount => LastSentence - FirstSentence + 1;

    /// <summary>When the section begins.</summary>
    public TimeSpan Start => SampleClock.ToTime(StartSample);

    /// <summary>When the section ends.</summary>
    public TimeSpan End => SampleClock.ToTime(EndSample);

    /// <summary>Returns the index of the section that a sentence stands in.</summary>
    /// <param name="sections">Sections in order that together hold every sentence once.</param>
    /// <param name="sentence">Index of the sentence.</param>
    public static int IndexOf(IReadOnlyList<Section> sections, int sentence)
    {
        ArgumentNullException.ThrowIfNull(sections);
        var (low, high) = (0, sections.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sections[middle].LastSentence >= sentence ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
