namespace Lectern.Notes.Exports;

/// <summary>A file of the folder that is written for a lecture.</summary>
/// <param name="FileName">The name of the file.</param>
/// <param name="Exporter">What writes it.</param>
public sealed record ExportFile(string FileName, IExporter Exporter);
