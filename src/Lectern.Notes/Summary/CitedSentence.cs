using Lectern.Inference;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Summary;

/// <summary>A sentence of the notes with the place in the lecture that it was taken from.</summary>
public sealed record CitedSentence
{
    /// <summary>The sentence made fit to be read alone: fillers left out, a capital in front, a point at the end.</summary>
    public required string Text { get; init; }

    /// <summary>Index of the sentence of the lecture.</summary>
    public required int Sentence { get; init; }

    /// <summary>Index of the section that the sentence stands in.</summary>
    public required int Section { get; init; }

    /// <summary>Offset of its first sample.</summary>
    public required long StartSample { get; init; }

    /// <summary>Offset of the sample after its last one.</summary>
    public required long EndSample { get; init; }

    /// <summary>Index of the segment in which it begins.</summary>
    public required int FirstSegment { get; init; }

    /// <summary>Index of the segment in which it ends.</summary>
    public required int LastSegment { get; init; }

    /// <summary>When it begins.</summary>
    public TimeSpan Start => SampleClock.ToTime(StartSample);

    /// <summary>When it ends.</summary>
    public TimeSpan End => SampleClock.ToTime(EndSample);

    /// <summary>Cites a sentence of the lecture.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="index">Index of the sentence to cite.</param>
    /// <param name="section">Index of the section that it stands in.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static CitedSentence Of(IReadOnlyList<Sentence> sentences, int index, int section, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        return InForm(sentences, index, section, Prose.Tidy(sentences[index].Text, language));
    }

    /// <summary>Cites a sentence of the lecture in a form of its own.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="index">Index of the sentence to cite.</param>
    /// <param name="section">Index of the section that it stands in.</param>
    /// <param name="text">The form.</param>
    internal static CitedSentence InForm(IReadOnlyList<Sentence> sentences, int index, int section, string text)
    {
        var sentence = sentences[index];
        return new CitedSentence
        {
            Text = text,
            Sentence = index,
            Section = section,
            StartSample = sentence.StartSample,
            EndSample = sentence.EndSample,
            FirstSegment = sentence.FirstSegment,
            LastSegment = sentence.LastSegment,
        };
    }
}
