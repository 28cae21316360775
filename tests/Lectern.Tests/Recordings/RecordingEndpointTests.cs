using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Lectern.Data;
using Lectern.Recordings;
using Lectern.Tests.Hosting;
using Lectern.Tests.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Recordings;

public sealed class RecordingEndpointTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private static readonly byte[] Audio = [.. "RIFF\0\0\0\0WAVE"u8, .. TusClient.Noise(100_000)];

    private readonly LecternTestServer _server = shared.Server;
    private HttpClient _browser = null!;
    private LectureRow _lecture = null!;

    private string Address => $"/api/lectures/{_lecture.Id}/audio";

    public async ValueTask InitializeAsync()
    {
        var (cookie, owner) = await _server.NewOwnerAsync();
        _browser = _server.NewProgram(cookie);
        _lecture = await OwnLecture.AddAsync(_server, owner, "Sleep \"and\" <memory>", Audio);
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Whole_recording_comes_with_the_type_of_its_bytes()
    {
        using var response = await SendAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("audio/wav", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("bytes", Assert.Single(response.Headers.AcceptRanges));
        Assert.Equal($"\"{Audio.Length}-{_lecture.Id:N}\"", response.Headers.ETag?.Tag);
        Assert.Equal("inline", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(Audio, await BytesAsync(response));
    }

    [Fact]
    public async Task Head_tells_the_length_and_sends_nothing()
    {
        using var response = await SendAsync(request => request.Method = HttpMethod.Head);

        Assert.Equal(Audio.Length, response.Content.Headers.ContentLength);
        Assert.Empty(await BytesAsync(response));
    }

    [Theory]
    [InlineData("bytes=0-99", 0, 100)]
    [InlineData("bytes=50000-", 50_000, 50_012)]
    [InlineData("bytes=-10", 100_002, 10)]
    public async Task Range_is_206_with_its_bytes(string range, int start, int count)
    {
        using var response = await SendAsync(request => request.Headers.Range = RangeHeaderValue.Parse(range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal($"bytes {start}-{start + count - 1}/{Audio.Length}", response.Content.Headers.ContentRange?.ToString());
        Assert.Equal(Audio[start..(start + count)], await BytesAsync(response));
    }

    [Fact]
    public async Task Range_beyond_the_end_is_416_with_the_length()
    {
        using var response = await SendAsync(request => request.Headers.Range = RangeHeaderValue.Parse("bytes=200000-"));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal($"bytes */{Audio.Length}", response.Content.Headers.ContentRange?.ToString());
    }

    [Fact]
    public async Task Range_of_what_has_changed_is_the_whole()
    {
        using var same = await SendAsync(request => (request.Headers.Range, request.Headers.IfRange) = (RangeHeaderValue.Parse("bytes=0-9"), new($"\"{Audio.Length}-{_lecture.Id:N}\"")));
        using var other = await SendAsync(request => (request.Headers.Range, request.Headers.IfRange) = (RangeHeaderValue.Parse("bytes=0-9"), new("\"1-0\"")));

        Assert.Equal(HttpStatusCode.PartialContent, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task What_the_browser_has_is_304_until_more_has_come()
    {
        var tag = new EntityTagHeaderValue($"\"{Audio.Length}-{_lecture.Id:N}\"");
        using var same = await SendAsync(request => request.Headers.IfNoneMatch.Add(tag));
        await using (var file = _server.Services.GetRequiredService<AudioFolder>().OpenAppend(_lecture.Id))
            await file.WriteAsync(new byte[10], TestContext.Current.CancellationToken);

        using var more = await SendAsync(request => request.Headers.IfNoneMatch.Add(tag));

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, more.StatusCode);
        Assert.Equal(Audio.Length + 10, (await BytesAsync(more)).Length);
    }

    [Fact]
    public async Task Recording_that_grows_while_it_is_sent_is_sent_as_it_was()
    {
        var path = _server.Services.GetRequiredService<AudioFolder>().RecordingOf(_lecture.Id);
        await File.WriteAllBytesAsync(path, TusClient.Noise(20_000_000), TestContext.Current.CancellationToken);

        using var response = await _browser.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using (var file = _server.Services.GetRequiredService<AudioFolder>().OpenAppend(_lecture.Id))
            await file.WriteAsync(new byte[5_000_000], TestContext.Current.CancellationToken);

        Assert.Equal(20_000_000, (await BytesAsync(response)).Length);
    }

    [Fact]
    public async Task Download_has_the_name_of_the_file_and_nothing_else()
    {
        using var response = await _browser.GetAsync(Address + "?download=1", TestContext.Current.CancellationToken);

        var disposition = response.Content.Headers.ContentDisposition;
        Assert.Equal("attachment", disposition?.DispositionType);
        Assert.Equal("Sleep \"and\" <memory>.mp3", disposition?.FileNameStar);
    }

    [Fact]
    public async Task Page_that_calls_itself_a_recording_is_no_page()
    {
        await File.WriteAllTextAsync(
            _server.Services.GetRequiredService<AudioFolder>().RecordingOf(_lecture.Id), "<html><script>alert(1)</script>", TestContext.Current.CancellationToken);

        using var response = await SendAsync();

        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Waveform_is_numbers_from_0_to_255()
    {
        var waveform = await _browser.GetFromJsonAsync<Waveform>($"/api/lectures/{_lecture.Id}/waveform", TestContext.Current.CancellationToken);

        Assert.Equal(0.1, waveform?.SecondsPerPeak);
        Assert.Equal([0, 128, 255], waveform?.Peaks);
    }

    [Fact]
    public async Task Lecture_that_was_not_heard_has_an_empty_waveform()
    {
        File.Delete(_server.Services.GetRequiredService<AudioFolder>().WaveformOf(_lecture.Id));

        var waveform = await _browser.GetFromJsonAsync<Waveform>($"/api/lectures/{_lecture.Id}/waveform", TestContext.Current.CancellationToken);

        Assert.Empty(waveform!.Peaks);
    }

    private async Task<HttpResponseMessage> SendAsync(Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        change?.Invoke(request);
        return await _browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<byte[]> BytesAsync(HttpResponseMessage response) => response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
}
