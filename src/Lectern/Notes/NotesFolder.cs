using Lectern.Notes.Exports;

namespace Lectern.Notes;

/// <summary>The folder that a lecture's files are written to.</summary>
/// <param name="path">The folder's path.</param>
public sealed class NotesFolder(string path)
{
    private const string JournalName = ".lectern-journal.jsonl";

    /// <summary>Gets the folder's path.</summary>
    public string Path => path;

    /// <summary>Gets the path of the journal of the lecture's transcription.</summary>
    public string JournalPath => System.IO.Path.Combine(path, JournalName);

    /// <summary>Checks, before any work is done, that the folder can take a lecture's files without harming others.</summary>
    /// <exception cref="LectureException">The path is a file, cannot be written, or holds files of these names that are not from Lectern.</exception>
    public void Claim()
    {
        if (File.Exists(path))
            throw new LectureException($"'{path}' is a file, so the notes cannot be put in a folder of that name. Choose another with -o.");
        var foreign = ExportFormats.NotesFolder.FirstOrDefault(file => File.Exists(System.IO.Path.Combine(path, file.FileName)));
        if (foreign is not null && !File.Exists(JournalPath) && !File.Exists(System.IO.Path.Combine(path, "lecture.json")))
            throw new LectureException($"The folder '{path}' has a '{foreign.FileName}' that Lectern did not write. Choose another folder with -o.");
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LectureException($"The folder '{path}' cannot be created: {error.Message} Choose another with -o.", error);
        }
    }

    /// <summary>Removes the folder when a run has left nothing in it.</summary>
    public void RemoveIfEmpty()
    {
        if (Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any())
            Directory.Delete(path);
    }

    /// <summary>Writes all files of a lecture, each whole or not at all.</summary>
    /// <exception cref="LectureException">A file cannot be written.</exception>
    public void Write(Lecture lecture)
    {
        foreach (var file in ExportFormats.NotesFolder)
            WholeFile.Write(System.IO.Path.Combine(path, file.FileName), writer => file.Exporter.Write(lecture, writer));
    }
}
