using System.Globalization;
using Lectern.Notes.Marks;

namespace Lectern.Notes.Exports;

/// <summary>The transcript as Markdown: sections for headings, every paragraph with its time, marks where they were made.</summary>
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
        var paragraphs = Paragraphs.Of(lecture);
        var marks = MarkLines.ByParagraph(lecture, paragraphs);
        var section = -1;
        WriteMarks(marks[-1], writer);
        for (var index = 0; index < paragraphs.Count; index++)
        {
            var paragraph = paragraphs[index];
            if (sections.Count > 0 && paragraph.Section != section)
            {
                section = paragraph.Section;
                writer.Write($"\n## {MarkdownText.Escape(sections[section].Title)} ({TimeLabel.Of(sections[section].Start)})\n");
            }

            writer.Write($"\n**{TimeLabel.Of(paragraph.Start)}** {MarkdownText.Escape(paragraph.Text)}\n");
            WriteMarks(marks[index], writer);
        }
    }

    private static void WriteMarks(IEnumerable<Mark> marks, TextWriter writer)
    {
        foreach (var mark in marks)
            writer.Write($"\n{MarkLines.Markdown(mark)}\n");
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
