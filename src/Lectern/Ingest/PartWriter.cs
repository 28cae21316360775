using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Lectern.Sessions;

namespace Lectern.Ingest;

/// <summary>Writes the bytes of one request to the end of a recording, as they come, and tells the session of them.</summary>
/// <param name="file">The recording, for writing.</param>
/// <param name="session">The lecture's session.</param>
/// <param name="checksum">What the bytes must be; null for anything.</param>
/// <param name="clock">The clock.</param>
internal sealed class PartWriter(FileStream file, ILectureSession session, UploadChecksum? checksum, TimeProvider clock) : IDisposable
{
    private const long TellBytes = 1 << 20;
    private static readonly TimeSpan TellTime = TimeSpan.FromMilliseconds(250);

    private readonly long _start = file.Length;
    private readonly IncrementalHash? _hash = checksum is null ? null : IncrementalHash.CreateHash(checksum.Algorithm);
    private long _end = file.Length;
    private long _told = file.Length;
    private long _toldAt = clock.GetTimestamp();

    /// <summary>Gets how many bytes the recording has.</summary>
    internal long End => _end;

    /// <summary>Writes what comes until it ends, and puts it on the disk, however it ends.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="limit">How long the recording may get.</param>
    /// <param name="stop">Stops reading; what has come is kept.</param>
    /// <returns>Why not all that was sent is there; null where it is.</returns>
    internal async Task<UploadRefusal?> RunAsync(PipeReader body, long limit, CancellationToken stop)
    {
        var refusal = await CopyAsync(body, limit, stop);
        if (checksum is not null && Verify(refusal) is { } mismatch)
        {
            refusal = mismatch;
            RandomAccess.SetLength(file.SafeFileHandle, _start);
        }

        // The file's own length is the truth, also after a write that failed half way.
        _end = RandomAccess.GetLength(file.SafeFileHandle);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
        return refusal;
    }

    /// <inheritdoc/>
    public void Dispose() => _hash?.Dispose();

    private async Task<UploadRefusal?> CopyAsync(PipeReader body, long limit, CancellationToken stop)
    {
        while (true)
        {
            ReadResult read;
            try
            {
                read = await body.ReadAsync(stop);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException)
            {
                return new UploadRefusal(StatusCodes.Status423Locked, "The connection was lost, or another one goes on with this upload.");
            }

            var isTooLong = read.Buffer.Length > limit - _end;
            var refusal = await WriteAsync(isTooLong ? read.Buffer.Slice(0, limit - _end) : read.Buffer);
            body.AdvanceTo(read.Buffer.End);
            if (isTooLong || refusal is not null)
                return refusal ?? BeginUpload.TooLarge(limit);
            if (read.IsCompleted)
                return null;
            await TellAsync();
        }
    }

    private async Task<UploadRefusal?> WriteAsync(ReadOnlySequence<byte> bytes)
    {
        if (bytes.IsEmpty)
            return null;
        var pieces = new List<ReadOnlyMemory<byte>>();
        foreach (var piece in bytes)
        {
            pieces.Add(piece);
            _hash?.AppendData(piece.Span);
        }

        try
        {
            // Not cancelled: what has come is kept.
            await RandomAccess.WriteAsync(file.SafeFileHandle, pieces, _end, CancellationToken.None);
        }
        catch (IOException error) when (DiskSpace.IsFull(error))
        {
            return DiskSpace.Full();
        }

        _end += bytes.Length;
        return null;
    }

    // Bytes that may have to be taken back are told of to nobody.
    private async Task TellAsync()
    {
        if (checksum is not null || (_end - _told < TellBytes && clock.GetElapsedTime(_toldAt) < TellTime) || _end == _told)
            return;
        (_told, _toldAt) = (_end, clock.GetTimestamp());
        await session.ReceivedAsync(_end);
    }

    // A part that did not come whole cannot be verified.
    private UploadRefusal? Verify(UploadRefusal? refusal) => refusal
        ?? (CryptographicOperations.FixedTimeEquals(_hash!.GetHashAndReset(), checksum!.Digest.Span)
            ? null
            : new UploadRefusal(
                TusProtocol.ChecksumMismatch,
                "The bytes that arrived are not those that were sent. They were not kept; send them again."));
}
