using Lectern.Data;

namespace Lectern.Recordings;

/// <summary>Opens a lecture's recording as it is given out: as it was received, but for a WAV that does not say how long it is.</summary>
/// <remarks>
/// The recorder in the browser sends a WAV before it knows its length; players could not seek in it. Its true sizes are put in on the way
/// out, and the file on the disk stays as it was received.
/// </remarks>
/// <param name="audio">The recordings.</param>
public sealed class OpenRecording(AudioFolder audio)
{
    /// <summary>Opens it; of one that still grows, what is there now.</summary>
    /// <param name="lectureId">The lecture.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>A stream with a length, that can be positioned anywhere.</returns>
    public async Task<Stream> RunAsync(Guid lectureId, CancellationToken cancellation)
    {
        var file = audio.OpenRead(lectureId);
        try
        {
            var bytes = new FirstBytes(file);
            var head = new byte[OpenWave.HeadBytes];
            var count = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
            bytes.Position = 0;
            return OpenWave.TrueHead(head.AsSpan(0, count), bytes.Length) is { } trueHead ? new OverlaidHead(bytes, trueHead) : bytes;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
