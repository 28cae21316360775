using System.Globalization;
using Lectern.Notes.Summary;

namespace Lectern.Notes.Exports;

/// <summary>The whole lecture as one plain text: file name, time, transcript, summary and cards.</summary>
public sealed class ReportExporter : IExporter
{
    private static readonly TextExporter Transcript = new();

    /// <inheritdoc/>
    public string Name => "report";

    /// <inheritdoc/>
    public string Extension => ".txt";

    /// <inheritdoc/>
    public string MediaType => "text/plain";

    /// <inheritdoc/>
    public void Write(Lecture lecture, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(lecture);
        ArgumentNullException.ThrowIfNull(writer);

        writer.Write($"{lecture.Title}\n\n");
        writer.Write($"File:      {lecture.FileName}\n");
        writer.Write($"Length:    {TimeLabel.Of(lecture.Duration)}\n");
        writer.Write($"Processed: {lecture.ProcessedAt.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)}\n");
        writer.Write($"Model:     {lecture.Model}\n");
        WriteHeading("Transcript", writer);
        if (lecture.Segments.Count == 0)
            writer.Write("No speech was found.\n");
        Transcript.Write(lecture, writer);
        WriteHeading("Summary", writer);
        WriteSummary(lecture.Notes.Summary, writer);
        WriteHeading("Cards", writer);
        CardsTextExporter.WriteCards(lecture.Notes.Cards, writer);
    }

    private static void WriteHeading(string heading, TextWriter writer) =>
        writer.Write($"\n{heading.ToUpperInvariant()}\n{new string('-', heading.Length)}\n\n");

    private static void WriteSummary(IReadOnlyList<CitedSentence> summary, TextWriter writer)
    {
        if (summary.Count == 0)
            writer.Write(NotesExporter.NoSummary + "\n");
        foreach (var sentence in summary)
            writer.Write($"[{TimeLabel.Of(sentence.Start)}] {sentence.Text}\n");
    }
}
