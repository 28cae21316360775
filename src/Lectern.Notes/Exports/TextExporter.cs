namespace Lectern.Notes.Exports;

/// <summary>The transcript as plain text: paragraphs and marks with an empty line between.</summary>
public sealed class TextExporter : IExporter
{
    /// <inheritdoc/>
    public string Name => "txt";

    /// <inheritdoc/>
    public string Extension => ".txt";

    /// <inheritdoc/>
    public string MediaType => "text/plain";

    /// <inheritdoc/>
    public void Write(Lecture lecture, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var paragraphs = Paragraphs.Of(lecture);
        var marks = MarkLines.ByParagraph(lecture, paragraphs);
        var separator = string.Empty;
        for (var index = -1; index < paragraphs.Count; index++)
        {
            if (index >= 0)
                Write(paragraphs[index].Text);
            if (marks.Contains(index))
                Write(string.Join('\n', marks[index].Select(MarkLines.Plain)));
        }

        void Write(string block)
        {
            writer.Write(separator + block + "\n");
            separator = "\n";
        }
    }
}
