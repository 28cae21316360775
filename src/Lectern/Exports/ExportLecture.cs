using System.IO.Compression;
using System.Text;
using Lectern.Data;
using Lectern.Inference;
using Lectern.Library;
using Lectern.Marks;
using Lectern.Notes.Exports;
using Lectern.Notes.Summary;
using Lectern.Recordings;

namespace Lectern.Exports;

/// <summary>Makes the files that a lecture can be downloaded as.</summary>
/// <param name="read">Reads the lecture.</param>
/// <param name="audio">The photos.</param>
/// <param name="open">Opens the recording.</param>
/// <param name="clock">The clock.</param>
public sealed class ExportLecture(ReadLecture read, AudioFolder audio, OpenRecording open, TimeProvider clock)
{
    private const string AudioFolderName = "audio/";
    private const string PhotosFolderName = "photos/";

    /// <summary>Makes a file of a lecture as it stands now.</summary>
    /// <param name="ownerId">The workspace of whoever asks.</param>
    /// <param name="lectureId">The lecture.</param>
    /// <param name="name">A name of <see cref="LectureFiles"/>.</param>
    /// <param name="style">Which summary.</param>
    /// <param name="withAudio">Whether the archive holds the recording too.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>The file; null where there is no such lecture or name.</returns>
    /// <exception cref="LectureException">There is no transcript yet.</exception>
    public async Task<LectureDownload?> RunAsync(Guid ownerId, Guid lectureId, string name, SummaryStyle style, bool withAudio, CancellationToken cancellation)
    {
        var file = LectureFiles.All.FirstOrDefault(file => string.Equals(file.FileName, name, StringComparison.Ordinal));
        var isArchive = string.Equals(name, LectureFiles.Archive, StringComparison.Ordinal);
        if (file is null && !isArchive)
            return null;
        if (await read.RunAsync(ownerId, lectureId, cancellation) is not { } view)
            return null;
        if (view.Segments.Count == 0 && view.Row.DurationSamples is null)
            throw new LectureException("There is no transcript yet. Wait until the first words are there.");
        var lecture = ToLecture.Run(view, style, isArchive ? PhotoName : null);
        var fileName = DownloadName.Of(view.Row.Title, clock.GetLocalNow(), name);
        return isArchive
            ? new LectureDownload(fileName, "application/zip", (stream, stop) => ArchiveAsync(lecture, view, withAudio, stream, stop))
            : new LectureDownload(fileName, file!.Exporter.MediaType, (stream, stop) => stream.WriteAsync(Bytes(file, lecture), stop).AsTask());
    }

    private async Task ArchiveAsync(Lecture lecture, LectureView view, bool withAudio, Stream stream, CancellationToken cancellation)
    {
        await using var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        foreach (var file in LectureFiles.All)
        {
            await using var entry = await archive.CreateEntry(file.FileName).OpenAsync(cancellation);
            await entry.WriteAsync(Bytes(file, lecture), cancellation);
        }

        foreach (var mark in view.Marks.Where(mark => mark.Photo is not null && File.Exists(audio.PhotoOf(mark.LectureId, mark.Id, mark.Photo))))
        {
            await using var photo = File.OpenRead(audio.PhotoOf(mark.LectureId, mark.Id, mark.Photo!));
            await AddAsync(archive, PhotoName(mark), photo, cancellation);
        }

        if (!withAudio)
            return;
        await using var sound = await open.RunAsync(view.Row.Id, cancellation);
        await AddAsync(archive, AudioFolderName + DownloadName.Safe(view.Row.FileName), sound, cancellation);
    }

    // Sound and pictures are compressed already.
    private static async Task AddAsync(ZipArchive archive, string name, Stream content, CancellationToken cancellation)
    {
        await using var copy = await archive.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(cancellation);
        await content.CopyToAsync(copy, cancellation);
    }

    // Two photos of one second have numbers of their own.
    private string PhotoName(MarkRow mark) =>
        $"{PhotosFolderName}{TimeLabel.Of(SampleClock.ToTime(mark.StartSample)).Replace(':', '-')}_{mark.Number}{PhotoType.EndingOfFile(audio.PhotoOf(mark.LectureId, mark.Id, mark.Photo!))}";

    private static byte[] Bytes(ExportFile file, Lecture lecture)
    {
        using var text = new StringWriter();
        file.Exporter.Write(lecture, text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
