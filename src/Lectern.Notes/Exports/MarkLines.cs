using Lectern.Notes.Marks;

namespace Lectern.Notes.Exports;

/// <summary>Writes marks as lines between the paragraphs of a transcript.</summary>
internal static class MarkLines
{
    /// <summary>Returns the marks of a lecture by the paragraph that they come after: the one in which they were made.</summary>
    /// <param name="lecture">The lecture.</param>
    /// <param name="paragraphs">Its paragraphs.</param>
    /// <returns>A list of marks for each paragraph; those from before the first paragraph, or of a lecture without words, are under -1.</returns>
    internal static ILookup<int, Mark> ByParagraph(Lecture lecture, IReadOnlyList<Paragraph> paragraphs)
    {
        var starts = paragraphs.Select(paragraph => paragraph.StartSample).ToList();
        return lecture.Marks.ToLookup(mark =>
        {
            var place = starts.BinarySearch(mark.StartSample);
            return place >= 0 ? place : ~place - 1;
        });
    }

    /// <summary>Returns a mark as a line of plain text: "[12:34] Exam", "[12:34] Note: …".</summary>
    internal static string Plain(Mark mark) => $"[{TimeLabel.Of(mark.Start)}] {What(mark)}{Words(mark)}";

    /// <summary>Returns a mark as a line of Markdown: "**Exam** 12:34".</summary>
    internal static string Markdown(Mark mark)
    {
        if (mark.Kind == MarkKind.Gap)
            return $"*{MarkdownText.Escape(MarkText.OfGap(mark))}* ({TimeLabel.Of(mark.Start)})";
        var words = mark.Text.Length == 0 ? "" : $": {MarkdownText.Escape(mark.Text)}";
        var photo = mark.PhotoFile is null ? "" : $"\n\n![Photo at {TimeLabel.Of(mark.Start)}]({mark.PhotoFile})";
        return $"**{MarkText.NameOf(mark.Kind)}** {TimeLabel.Of(mark.Start)}{words}{photo}";
    }

    private static string What(Mark mark) => mark.Kind == MarkKind.Gap ? MarkText.OfGap(mark) : MarkText.NameOf(mark.Kind);

    private static string Words(Mark mark) => (mark.Kind == MarkKind.Gap || mark.Text.Length == 0 ? "" : $": {mark.Text}") + (mark.PhotoFile is null ? "" : $" ({mark.PhotoFile})");
}
