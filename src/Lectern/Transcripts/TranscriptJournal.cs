using System.Text;
using System.Text.Json;
using Lectern.Inference.Transcription;

namespace Lectern.Transcripts;

/// <summary>A small file beside the output in which each finished batch is written down at once, so that a run that was killed goes on where it was.</summary>
/// <remarks>
/// One JSON object a line. A line is forced to the disk before the next batch counts as finished; a last line that was cut off in the
/// middle is dropped when the journal is opened. One writer at a time, held by a lock on the file. Not thread-safe.
/// </remarks>
public sealed class TranscriptJournal : IDisposable
{
    /// <summary>Version of the file's format.</summary>
    public const int FormatVersion = 1;

    private readonly FileStream _file;
    private readonly List<TranscribedBatch> _batches = [];

    private TranscriptJournal(FileStream file) => _file = file;

    /// <summary>Gets the batches that an earlier run finished, in order.</summary>
    public IReadOnlyList<TranscribedBatch> Batches => _batches;

    /// <summary>Gets the recording's length in samples when an earlier run finished all of it, else null.</summary>
    public long? EndSample { get; private set; }

    /// <summary>Opens or creates a journal.</summary>
    /// <param name="path">The journal's path; its folder is created when it is missing.</param>
    /// <param name="header">What the run is about; batches of a journal with another header are dropped.</param>
    /// <exception cref="LectureException">The file cannot be written, or another run is using it.</exception>
    public static TranscriptJournal Open(string path, JournalHeader header)
    {
        FileStream file;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LectureException($"The journal '{path}' cannot be written ({error.Message.TrimEnd('.')}). Is another run working on the same recording? Else choose another place with -o.", error);
        }

        var journal = new TranscriptJournal(file);
        journal.Read(header);
        return journal;
    }

    /// <summary>Writes a finished batch down; it is on the disk when the method returns.</summary>
    public void Append(TranscribedBatch batch)
    {
        if (batch.Index < _batches.Count)
            return;
        Write(new JournalLine(Batch: batch));
        _batches.Add(batch);
    }

    /// <summary>Writes down that all of the recording is transcribed.</summary>
    /// <param name="endSample">The recording's length in samples.</param>
    public void Complete(long endSample)
    {
        if (EndSample is not null)
            return;
        Write(new JournalLine(EndSample: endSample));
        EndSample = endSample;
    }

    /// <summary>Closes the journal; one in which nothing was finished is removed.</summary>
    public void Dispose()
    {
        if (_batches.Count == 0 && EndSample is null)
            File.Delete(_file.Name);
        _file.Dispose();
    }

    private void Read(JournalHeader header)
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var (good, hasHeader) = (0, false);
        for (var end = bytes.AsSpan().IndexOf((byte)'\n'); end >= 0; end = bytes.AsSpan(good).IndexOf((byte)'\n'))
        {
            if (!TryTake(bytes.AsSpan(good, end), header, ref hasHeader))
                break;
            good += end + 1;
        }

        _file.SetLength(good);
        _file.Seek(good, SeekOrigin.Begin);
        if (!hasHeader)
            Write(new JournalLine(Header: header));
    }

    private bool TryTake(ReadOnlySpan<byte> line, JournalHeader header, ref bool hasHeader)
    {
        JournalLine? parsed;
        try
        {
            parsed = JsonSerializer.Deserialize(line, JournalJson.Default.JournalLine);
        }
        catch (JsonException)
        {
            return false;
        }

        if (!hasHeader)
            return hasHeader = parsed?.Header == header;
        if (parsed?.Batch is { } batch && batch.Index == _batches.Count)
            _batches.Add(batch);
        else if (parsed?.EndSample is { } endSample)
            EndSample = endSample;
        else
            return false;
        return true;
    }

    private void Write(JournalLine line)
    {
        var json = JsonSerializer.Serialize(line, JournalJson.Default.JournalLine);
        _file.Write(Encoding.UTF8.GetBytes(json + "\n"));
        _file.Flush(flushToDisk: true);
    }
}
