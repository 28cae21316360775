using Lectern.Notes.Cards;
using Lectern.Notes.Marks;
using Lectern.Notes.Outline;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Exports;

/// <summary>The notes as Markdown: summary, outline, marks, key terms and cards, every sentence with its time.</summary>
public sealed class NotesExporter : IExporter
{
    /// <summary>What stands in the place of the summary of a lecture that has none.</summary>
    internal const string NoSummary = "The lecture is too short for a summary.";

    /// <inheritdoc/>
    public string Name => "notes";

    /// <inheritdoc/>
    public string Extension => ".md";

    /// <inheritdoc/>
    public string MediaType => "text/markdown";

    /// <inheritdoc/>
    public void Write(Lecture lecture, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(lecture);
        ArgumentNullException.ThrowIfNull(writer);

        MarkdownExporter.WriteHead(lecture, writer);
        WriteSummary(lecture.Notes.Summary, writer);
        WriteOutline(lecture.Notes.Sections, writer);
        WriteMarks(lecture.Marks, writer);
        WriteTerms(lecture.Notes.KeyTerms, writer);
        WriteCards(lecture.Notes.Cards, writer);
    }

    private static void WriteSummary(IReadOnlyList<CitedSentence> summary, TextWriter writer)
    {
        writer.Write("\n## Summary\n");
        if (summary.Count == 0)
            writer.Write($"\n{NoSummary}\n");
        foreach (var paragraph in summary.GroupBy(sentence => sentence.Section))
            writer.Write("\n" + string.Join(' ', paragraph.Select(Cited)) + "\n");
    }

    private static void WriteOutline(IReadOnlyList<Section> sections, TextWriter writer)
    {
        if (sections.Count == 0)
            return;
        writer.Write("\n## Outline\n");
        foreach (var section in sections)
        {
            writer.Write($"\n### {MarkdownText.Escape(section.Title)} ({TimeLabel.Of(section.Start)}–{TimeLabel.Of(section.End)})\n");
            if (section.KeyPoints.Count > 0)
                writer.Write("\n");
            foreach (var point in section.KeyPoints)
                writer.Write($"- {Cited(point)}\n");
        }
    }

    private static void WriteMarks(IReadOnlyList<Mark> marks, TextWriter writer)
    {
        if (marks.Count == 0)
            return;
        writer.Write("\n## Marks\n\n");
        foreach (var mark in marks)
            writer.Write($"- {MarkLines.Markdown(mark).Replace("\n\n", "\n\n  ", StringComparison.Ordinal)}\n");
    }

    private static void WriteTerms(IReadOnlyList<KeyTerm> terms, TextWriter writer)
    {
        if (terms.Count == 0)
            return;
        writer.Write("\n## Key terms\n\n");
        foreach (var term in terms)
        {
            var expansion = term.Expansion is null ? string.Empty : $" ({MarkdownText.Escape(term.Expansion)})";
            var source = term.IsDefined ? Cited(term.Source) : $"first at {TimeLabel.Of(term.Source.Start)}";
            writer.Write($"- **{MarkdownText.Escape(term.Text)}**{expansion}: {source}\n");
        }
    }

    private static void WriteCards(CardSet cards, TextWriter writer)
    {
        if (cards.Cards.Count == 0)
            return;
        writer.Write("\n## Cards\n\n");
        for (var index = 0; index < cards.Cards.Count; index++)
        {
            var card = cards.Cards[index];
            writer.Write($"{index + 1}. **{MarkdownText.Escape(CardIdea.Ask(card.Question))}**\\\n");
            writer.Write($"   {MarkdownText.Escape(card.Answer)} ({TimeLabel.Of(card.Start)})\n");
        }
    }

    private static string Cited(CitedSentence sentence) => $"{MarkdownText.Escape(sentence.Text)} ({TimeLabel.Of(sentence.Start)})";
}
