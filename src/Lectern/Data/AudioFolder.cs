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
    private const string PhotoName = "photo";
    private const string ArrivingPhotoName = "arriving-photo";

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

    /// <summary>Returns the path of a mark's photo.</summary>
    /// <param name="lectureId">The lecture.</param>
    /// <param name="markId">The mark.</param>
    /// <param name="photo">The photo, as <see cref="MarkRow.Photo"/> names it.</param>
    public string PhotoOf(Guid lectureId, Guid markId, string photo) => Path.Combine(FolderOf(lectureId), $"{PhotoName}-{markId:N}-{photo}");

    /// <summary>Returns the path of the file that a photo of a lecture is received in.</summary>
    /// <param name="lectureId">The lecture.</param>
    /// <param name="arrival">Tells it from all others.</param>
    public string ArrivingPhotoOf(Guid lectureId, Guid arrival) => Path.Combine(FolderOf(lectureId), $"{ArrivingPhotoName}-{arrival:N}");

    /// <summary>Makes a photo that has arrived that of a mark.</summary>
    /// <exception cref="IOException">It is not there, or cannot be moved.</exception>
    internal void KeepPhoto(Guid lectureId, Guid markId, string photo, Guid arrival) =>
        File.Move(ArrivingPhotoOf(lectureId, arrival), PhotoOf(lectureId, markId, photo), overwrite: true);

    /// <summary>Removes the photos of requests that a killed server has left.</summary>
    /// <param name="lectureId">The lecture.</param>
    /// <param name="until">The latest time of those that go.</param>
    internal void RemoveLostPhotos(Guid lectureId, DateTimeOffset until)
    {
        foreach (var path in FilesOf(lectureId, $"{ArrivingPhotoName}-*").Where(path => File.GetLastWriteTimeUtc(path) <= until.UtcDateTime))
            File.Delete(path);
    }

    /// <summary>Removes photos, but for those that are kept.</summary>
    /// <param name="lectureId">The lecture.</param>
    /// <param name="markId">Whose; null for all marks.</param>
    /// <param name="kept">Paths of those that stay.</param>
    internal void RemovePhotos(Guid lectureId, Guid? markId, IReadOnlyCollection<string> kept)
    {
        foreach (var path in FilesOf(lectureId, $"{PhotoName}-{markId?.ToString("N") ?? "*"}-*").Where(path => !kept.Contains(path, StringComparer.Ordinal)))
            File.Delete(path);
    }

    /// <summary>Removes all files of a lecture.</summary>
    public void Remove(Guid lectureId)
    {
        if (Directory.Exists(FolderOf(lectureId)))
            Directory.Delete(FolderOf(lectureId), recursive: true);
    }

    private IEnumerable<string> FilesOf(Guid lectureId, string pattern) =>
        Directory.Exists(FolderOf(lectureId)) ? Directory.EnumerateFiles(FolderOf(lectureId), pattern) : [];

    private string FolderOf(Guid lectureId) => Path.Combine(layout.Audio, lectureId.ToString("N"));
}
