namespace Lectern.Data;

/// <summary>The audio of all lectures, each in a file that only grows until it is whole.</summary>
/// <remarks>
/// The file's length is the upload's offset: no number beside it can disagree after a crash. Thread-safe, but for one writer a file.
/// </remarks>
/// <param name="layout">The data folder.</param>
public sealed class AudioFolder(DataLayout layout)
{
    private const string RecordingName = "recording";
    private const string WaveformName = "waveform";

    /// <summary>Returns the path of a lecture's audio; the bytes as they were received.</summary>
    public string RecordingOf(Guid lectureId) => Path.Combine(FolderOf(lectureId), RecordingName);

    /// <summary>Returns the path of a lecture's waveform: the loudest sample of each tenth of a second, a byte each, 255 for full scale.</summary>
    public string WaveformOf(Guid lectureId) => Path.Combine(FolderOf(lectureId), WaveformName);

    /// <summary>Makes the empty file of a lecture; leaves one that is there.</summary>
    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    public void Create(Guid lectureId)
    {
        Directory.CreateDirectory(FolderOf(lectureId));
        using var file = new FileStream(RecordingOf(lectureId), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
    }

    /// <summary>Returns how many bytes of a lecture are on the disk; 0 where there is no file.</summary>
    public long LengthOf(Guid lectureId) => new FileInfo(RecordingOf(lectureId)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Opens a lecture's audio to add bytes at its end.</summary>
    /// <returns>The file, positioned at its end; nobody else can open it for writing meanwhile.</returns>
    /// <exception cref="IOException">It is being written by somebody else, or is not there.</exception>
    public FileStream OpenAppend(Guid lectureId)
    {
        var file = new FileStream(RecordingOf(lectureId), new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        });
        file.Seek(0, SeekOrigin.End);
        return file;
    }

    /// <summary>Opens a lecture's audio for reading, while it may still grow.</summary>
    public FileStream OpenRead(Guid lectureId) => new(RecordingOf(lectureId), new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.Asynchronous,
    });

    /// <summary>Removes all files of a lecture.</summary>
    public void Remove(Guid lectureId)
    {
        if (Directory.Exists(FolderOf(lectureId)))
            Directory.Delete(FolderOf(lectureId), recursive: true);
    }

    private string FolderOf(Guid lectureId) => Path.Combine(layout.Audio, lectureId.ToString("N"));
}
