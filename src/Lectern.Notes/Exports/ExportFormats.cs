namespace Lectern.Notes.Exports;

/// <summary>The formats that a lecture can be written in.</summary>
public static class ExportFormats
{
    /// <summary>The formats of a transcript: txt, srt, vtt, json, md.</summary>
    public static IReadOnlyList<IExporter> Transcripts { get; } =
        [new TextExporter(), new SrtExporter(), new VttExporter(), new JsonExporter(), new MarkdownExporter()];

    /// <summary>The files that are written for a lecture with notes.</summary>
    public static IReadOnlyList<ExportFile> NotesFolder { get; } =
    [
        .. Transcripts.Where(format => format is TextExporter or SrtExporter or VttExporter)
            .Select(format => new ExportFile("transcript" + format.Extension, format)),
        new("notes.md", new NotesExporter()),
        new("cards.txt", new CardsTextExporter()),
        new("cards.json", new CardsJsonExporter()),
        new("lecture.json", new LectureJsonExporter()),
        new("report.txt", new ReportExporter()),
    ];

    /// <summary>Returns the transcript format with a name.</summary>
    /// <param name="name">The name, in letters of any case: "srt".</param>
    /// <exception cref="NotSupportedException">There is no such format; the message lists those that there are.</exception>
    public static IExporter Find(string name) =>
        Transcripts.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new NotSupportedException($"There is no format \"{name}\". Choose one of: {string.Join(", ", Transcripts.Select(format => format.Name))}.");
}
