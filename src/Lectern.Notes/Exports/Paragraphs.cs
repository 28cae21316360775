using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Exports;

/// <summary>Cuts a transcript into paragraphs.</summary>
public static class Paragraphs
{
    private const int ManyWords = 120;
    private const int FewWords = 40;
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(2);

    /// <summary>Returns the paragraphs of a lecture, which together hold every word of its transcript.</summary>
    /// <param name="lecture">The lecture; its sections, if it has any, begin paragraphs.</param>
    /// <returns>A new paragraph at a section, after 120 words, and at a pause of two seconds once it has 40 words.</returns>
    public static IReadOnlyList<Paragraph> Of(Lecture lecture)
    {
        ArgumentNullException.ThrowIfNull(lecture);

        var notes = lecture.Notes;
        var sentences = notes.Sentences.Count > 0 ? notes.Sentences : SentenceSplitter.Split(lecture.Segments, lecture.Language);
        var paragraphs = new List<Paragraph>();
        var first = 0;
        var words = 0;
        for (var index = 0; index < sentences.Count; index++)
        {
            words += Tokens.Count(sentences[index].Text);
            if (index + 1 < sentences.Count && !BreaksAfter(sentences, notes.Sections, index, words))
                continue;
            paragraphs.Add(new Paragraph
            {
                Text = string.Join(' ', sentences.Skip(first).Take(index + 1 - first).Select(sentence => sentence.Text)),
                StartSample = sentences[first].StartSample,
                Section = notes.Sections.Count == 0 ? 0 : Section.IndexOf(notes.Sections, first),
            });
            (first, words) = (index + 1, 0);
        }

        return paragraphs;
    }

    private static bool BreaksAfter(IReadOnlyList<Sentence> sentences, IReadOnlyList<Section> sections, int index, int words)
    {
        if (words >= ManyWords)
            return true;
        if (sections.Count > 0 && Section.IndexOf(sections, index) != Section.IndexOf(sections, index + 1))
            return true;
        return words >= FewWords && sentences[index + 1].Start - sentences[index].End >= LongPause;
    }
}
