namespace Lectern.Notes.Exports;

/// <summary>The summary as plain text: running words, a paragraph for each section that it speaks of.</summary>
public sealed class SummaryTextExporter : IExporter
{
    /// <inheritdoc/>
    public string Name => "summary";

    /// <inheritdoc/>
    public string Extension => ".txt";

    /// <inheritdoc/>
    public string MediaType => "text/plain";

    /// <inheritdoc/>
    public void Write(Lecture lecture, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(lecture);
        ArgumentNullException.ThrowIfNull(writer);

        var paragraphs = lecture.Notes.Summary.GroupBy(sentence => sentence.Section).Select(section => string.Join(' ', section.Select(sentence => sentence.Text)));
        writer.Write(lecture.Notes.Summary.Count == 0 ? NotesExporter.NoSummary + "\n" : string.Join("\n\n", paragraphs) + "\n");
    }
}
