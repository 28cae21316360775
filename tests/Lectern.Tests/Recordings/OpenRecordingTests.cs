using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Lectern.Data;
using Lectern.Tests.Hosting;
using Lectern.Tests.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Recordings;

/// <summary>A WAV that leaves its length open, as the recorder sends it, is given out with its true sizes and kept as it came.</summary>
public sealed class OpenRecordingTests : IAsyncLifetime
{
    private const int SoundBytes = 100_000;
    private static readonly byte[] Received = [.. Header(uint.MaxValue, uint.MaxValue), .. TusClient.Noise(SoundBytes)];
    private static readonly byte[] Given = [.. Header(36 + SoundBytes, SoundBytes), .. Received.AsSpan(44)];

    private LecternTestServer _server = null!;
    private HttpClient _browser = null!;
    private LectureRow _lecture = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await LecternTestServer.StartAsync();
        var (cookie, owner) = await _server.NewOwnerAsync();
        _browser = _server.NewProgram(cookie);
        _lecture = await OwnLecture.AddAsync(_server, owner, "Recorded", Received);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Its_sizes_are_true_wherever_it_is_read_and_the_file_stays()
    {
        Assert.Equal(Given, await ReadAsync(range: null));
        foreach (var (from, to) in new[] { (0, 3), (2, 6), (4, 50), (38, 44), (40, 43), (43, 46), (44, 99), (50_000, Received.Length - 1) })
            Assert.Equal(Given[from..(to + 1)], await ReadAsync(new RangeHeaderValue(from, to)));

        Assert.Equal(Received, await File.ReadAllBytesAsync(_server.Services.GetRequiredService<AudioFolder>().RecordingOf(_lecture.Id), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task While_it_grows_its_sizes_are_those_of_what_is_there()
    {
        await using (var file = _server.Services.GetRequiredService<AudioFolder>().OpenAppend(_lecture.Id))
            await file.WriteAsync(new byte[8_000], TestContext.Current.CancellationToken);

        var bytes = await ReadAsync(range: null);

        Assert.Equal(SoundBytes + 8_000u, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(40)));
        Assert.Equal(bytes.Length - 8u, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)));
    }

    [Fact]
    public async Task Archive_of_all_files_has_it_with_true_sizes()
    {
        await using var stream = await _browser.GetStreamAsync($"/api/lectures/{_lecture.Id}/exports/all.zip?audio=1", TestContext.Current.CancellationToken);
        await using var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, TestContext.Current.CancellationToken);
        await using var entry = await archive.Entries.Single(each => each.FullName.StartsWith("audio/", StringComparison.Ordinal)).OpenAsync(TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        await entry.CopyToAsync(copy, TestContext.Current.CancellationToken);

        Assert.Equal(Given, copy.ToArray());
    }

    private async Task<byte[]> ReadAsync(RangeHeaderValue? range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/lectures/{_lecture.Id}/audio") { Headers = { Range = range } };
        using var response = await _browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(range is null ? HttpStatusCode.OK : HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("audio/wav", response.Content.Headers.ContentType?.ToString());
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static byte[] Header(uint riffBytes, uint dataBytes)
    {
        byte[] header = [.. "RIFF\0\0\0\0WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x80, 0x3E, 0, 0, 0, 0x7D, 0, 0, 2, 0, 16, 0, .. "data\0\0\0\0"u8];
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), riffBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(40), dataBytes);
        return header;
    }
}
