using System.Globalization;
using System.Net;
using Lectern.Tests.Ingest;

namespace Lectern.Tests.Crash;

/// <summary>An upload that goes on through all lives of the server, as a browser's does.</summary>
/// <param name="recording">What is sent.</param>
/// <param name="seed">Decides the sizes of the pieces and the pauses between them.</param>
internal sealed class CrashUpload(CrashRecording recording, int seed)
{
    private const int FewestPieces = 20;
    private const int LongestPauseMilliseconds = 250;

    private readonly Random _random = new(seed);
    private readonly int _largestPiece = recording.Bytes.Length / FewestPieces;
    private Uri? _address;

    /// <summary>Gets what is sent.</summary>
    internal CrashRecording Recording => recording;

    /// <summary>Gets the lecture's id; null until the server has said that the upload is begun.</summary>
    internal Guid? LectureId => _address is null ? null : Guid.Parse(_address.ToString().Split('/')[^1]);

    /// <summary>Gets how many bytes the server has said it has.</summary>
    internal long Acknowledged { get; private set; }

    /// <summary>Gets whether the server has said that it has them all.</summary>
    internal bool IsSent => Acknowledged == recording.Bytes.Length;

    /// <summary>Goes on where the server says it is, to the end.</summary>
    internal async Task SendAsync(TusClient client, CancellationToken stop)
    {
        _address ??= await client.CreateAsync(recording.Bytes.Length, recording.Name);
        var offset = await client.OffsetAsync(_address);
        Assert.True(offset >= Acknowledged, $"{offset} bytes of {recording.Name} are there, but {Acknowledged} had been acknowledged.");
        Acknowledged = offset;
        while (!IsSent)
        {
            stop.ThrowIfCancellationRequested();
            var end = Math.Min(Acknowledged + _random.Next(1, _largestPiece), recording.Bytes.Length);
            using var response = await client.PatchAsync(_address, Acknowledged, recording.Bytes[(int)Acknowledged..(int)end]);
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
            Acknowledged = long.Parse(response.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);
            Assert.Equal(end, Acknowledged);
            await Task.Delay(_random.Next(LongestPauseMilliseconds), stop);
        }
    }
}
