namespace Lectern.Notes.Exports;

/// <summary>The transcript as plain text: paragraphs with an empty line between.</summary>
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
        var separator = string.Empty;
        foreach (var paragraph in Paragraphs.Of(lecture))
        {
            writer.Write(separator + paragraph.Text + "\n");
            separator = "\n";
        }
    }
}
