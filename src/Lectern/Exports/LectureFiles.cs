using Lectern.Notes.Exports;

namespace Lectern.Exports;

/// <summary>The files that a lecture can be downloaded as.</summary>
public static class LectureFiles
{
    /// <summary>Name of the archive that holds all of them.</summary>
    public const string Archive = "all.zip";

    /// <summary>Each file by itself: the folder of notes that the command line writes, the other formats of the transcript, the summary.</summary>
    public static IReadOnlyList<ExportFile> All { get; } =
    [
        .. ExportFormats.NotesFolder,
        .. ExportFormats.Transcripts
            .Where(format => ExportFormats.NotesFolder.All(file => file.Exporter.GetType() != format.GetType()))
            .Select(format => new ExportFile("transcript" + format.Extension, format)),
        new("summary.txt", new SummaryTextExporter()),
    ];
}
