using System.Globalization;

namespace Lectern.Notes.Exports;

/// <summary>The transcript as Markdown: sections for headings, every paragraph with its time.</summary>
public sealed class MarkdownExporter : IExporter
{
    /// <inheritdoc/>
    public string Name => "md";

    /// <inheritdoc/>
    public string Extension => ".md";

    /// <inheritdoc/>
    public string MediaType => "text/markdown";

    /// <inheritdoc/>
    public void Write(Lecture lecture, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        WriteHead(lecture, writer);
        var sections = lecture.Notes.Sections;
        var section = -1;
        foreach (var paragraph in Paragraphs.Of(lecture))
        {
            if (sections.Count > 0 && paragraph.Section != section)
            {
                section = paragraph.Section;
                writer.Write($"\n## {MarkdownText.Escape(sections[section].Title)} ({TimeLabel.Of(sections[section].Start)})\n");
            }

            writer.Write($"\n**{TimeLabel.Of(paragraph.Start)}** {MarkdownText.Escape(paragraph.Text)}\n");
        }
    }

    /// <summary>Writes the title and a line that says where the lecture came from.</summary>
    internal static void WriteHead(Lecture lecture, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(lecture);
        var processed = lecture.ProcessedAt.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
        writer.Write($"# {MarkdownText.Escape(lecture.Title)}\n\n");
        writer.Write($"{MarkdownText.Escape(lecture.FileName)} · {TimeLabel.Of(lecture.Duration)} · {MarkdownText.Escape(lecture.Model)} · {processed}\n");
    }
}
