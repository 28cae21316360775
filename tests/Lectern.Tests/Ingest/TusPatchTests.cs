using System.Net;
using System.Security.Cryptography;

namespace Lectern.Tests.Ingest;

public sealed class TusPatchTests(TusServer shared) : IClassFixture<TusServer>
{
    [Fact]
    public async Task Parts_become_the_file()
    {
        var tus = await shared.NewClientAsync();
        var bytes = TusClient.Noise(300_000);
        var upload = await tus.CreateAsync(bytes.Length);

        using var first = await tus.PatchAsync(upload, 0, bytes[..100_001]);
        using var second = await tus.PatchAsync(upload, 100_001, bytes[100_001..]);

        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal("100001", One(first, "Upload-Offset"));
        Assert.Equal("300000", One(second, "Upload-Offset"));
        Assert.Equal(bytes, shared.BytesOf(upload));
        Assert.True((await shared.RowOfAsync(upload)).IsReceived);
        Assert.Equal(300_000, await tus.OffsetAsync(upload));
    }

    [Fact]
    public async Task Other_type_is_415()
    {
        var tus = await shared.NewClientAsync();
        var upload = await tus.CreateAsync(3);

        using var response = await tus.SendAsync(HttpMethod.Patch, upload.ToString(), TusClient.Body([1, 2, 3], "application/octet-stream"), ("Upload-Offset", "0"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(0, await tus.OffsetAsync(upload));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Other_offset_is_409_and_changes_nothing(long offset)
    {
        var tus = await shared.NewClientAsync();
        var upload = await tus.CreateAsync(10);
        using var first = await tus.PatchAsync(upload, 0, [1, 2, 3]);

        using var response = await tus.PatchAsync(upload, offset, [9, 9]);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal([1, 2, 3], shared.BytesOf(upload));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task Offset_that_is_none_is_400(string offset)
    {
        var tus = await shared.NewClientAsync();
        var upload = await tus.CreateAsync(10);

        using var response = await tus.SendAsync(HttpMethod.Patch, upload.ToString(), TusClient.Body([1]), ("Upload-Offset", offset));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task More_bytes_than_were_said_are_413_and_none_is_taken()
    {
        var tus = await shared.NewClientAsync();
        var upload = await tus.CreateAsync(3);

        using var response = await tus.PatchAsync(upload, 0, [1, 2, 3, 4]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(0, await tus.OffsetAsync(upload));
    }

    [Fact]
    public async Task Body_without_a_length_ends_at_the_upload_s()
    {
        var tus = await shared.NewClientAsync();
        var upload = await tus.CreateAsync(1000);
        var bytes = TusClient.Noise(5000);
        using var content = new ChunkedContent(bytes);

        using var response = await tus.SendAsync(HttpMethod.Patch, upload.ToString(), content, ("Upload-Offset", "0"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(bytes[..1000], shared.BytesOf(upload));
    }

    [Fact]
    public async Task Length_may_come_later_and_then_stays()
    {
        var tus = await shared.NewClientAsync();
        var upload = await tus.CreateAsync(null);
        using var deferred = await tus.HeadAsync(upload);
        using var first = await tus.PatchAsync(upload, 0, [1, 2, 3]);
        using var set = await tus.PatchAsync(upload, 3, [4], ("Upload-Length", "5"));

        using var changed = await tus.PatchAsync(upload, 4, [5], ("Upload-Length", "6"));
        using var last = await tus.PatchAsync(upload, 4, [5], ("Upload-Length", "5"));

        Assert.Equal("1", One(deferred, "Upload-Defer-Length"));
        Assert.False(deferred.Headers.Contains("Upload-Length"));
        Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, changed.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, last.StatusCode);
        Assert.Equal([1, 2, 3, 4, 5], shared.BytesOf(upload));
        Assert.True((await shared.RowOfAsync(upload)).IsReceived);
    }

    [Fact]
    public async Task Length_that_comes_with_no_more_bytes_completes_the_upload()
    {
        var tus = await shared.NewClientAsync();
        var upload = await tus.CreateAsync(null);
        using var first = await tus.PatchAsync(upload, 0, [1, 2, 3]);

        using var shorter = await tus.PatchAsync(upload, 3, [], ("Upload-Length", "2"));
        using var end = await tus.PatchAsync(upload, 3, [], ("Upload-Length", "3"));

        Assert.Equal(HttpStatusCode.BadRequest, shorter.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, end.StatusCode);
        Assert.Equal("3", One(end, "Upload-Offset"));
        Assert.True((await shared.RowOfAsync(upload)).IsReceived);
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task Bytes_that_are_not_those_that_were_sent_are_460_and_taken_back(string algorithm)
    {
        var tus = await shared.NewClientAsync();
        var upload = await tus.CreateAsync(1_000_000);
        var bytes = TusClient.Noise(500_000);
        using var first = await tus.PatchAsync(upload, 0, bytes, ("Upload-Checksum", Sum(algorithm, bytes)));

        using var wrong = await tus.PatchAsync(upload, bytes.Length, bytes, ("Upload-Checksum", Sum(algorithm, bytes[1..])));

        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal(460, (int)wrong.StatusCode);
        Assert.Equal(bytes, shared.BytesOf(upload));
        Assert.Equal(500_000, await tus.OffsetAsync(upload));
        using var right = await tus.PatchAsync(upload, bytes.Length, bytes, ("Upload-Checksum", Sum(algorithm, bytes)));
        Assert.Equal("1000000", One(right, "Upload-Offset"));
    }

    [Theory]
    [InlineData("md5 1B2M2Y8AsgTpgAmY7PhCfg==")]
    [InlineData("sha1 AAAA")]
    [InlineData("sha1")]
    [InlineData("sha1 *")]
    public async Task Checksum_that_is_unknown_or_none_is_400(string checksum)
    {
        var tus = await shared.NewClientAsync();
        var upload = await tus.CreateAsync(3);

        using var response = await tus.PatchAsync(upload, 0, [1, 2, 3], ("Upload-Checksum", checksum));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(0, await tus.OffsetAsync(upload));
    }

    [Fact]
    public async Task Method_may_come_in_a_header()
    {
        var tus = await shared.NewClientAsync();
        var upload = await tus.CreateAsync(3);

        using var patched = await tus.SendAsync(
            HttpMethod.Post, upload.ToString(), TusClient.Body([1, 2, 3]), ("Upload-Offset", "0"), ("X-HTTP-Method-Override", "PATCH"));
        using var head = await tus.SendAsync(HttpMethod.Post, upload.ToString(), null, ("X-HTTP-Method-Override", "HEAD"));
        using var deleted = await tus.SendAsync(HttpMethod.Post, upload.ToString(), null, ("X-HTTP-Method-Override", "DELETE"));

        Assert.Equal("3", One(patched, "Upload-Offset"));
        Assert.Equal("3", One(head, "Upload-Offset"));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
    }

    [Fact]
    public async Task Upload_that_is_given_up_is_in_the_recycle_bin_and_gone_for_tus()
    {
        var tus = await shared.NewClientAsync();
        var upload = await tus.CreateAsync(10);
        using var first = await tus.PatchAsync(upload, 0, [1, 2, 3]);

        using var deleted = await tus.SendAsync(HttpMethod.Delete, upload.ToString());
        using var head = await tus.HeadAsync(upload);
        using var patched = await tus.PatchAsync(upload, 3, [4]);
        using var again = await tus.SendAsync(HttpMethod.Delete, upload.ToString());

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        foreach (var response in new[] { head, patched, again })
            Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.False(head.Headers.Contains("Upload-Offset"));
        Assert.NotNull((await shared.RowOfAsync(upload)).DeletedAt);
        Assert.Equal([1, 2, 3], shared.BytesOf(upload));
    }

    [Fact]
    public async Task Unknown_upload_is_404_without_an_offset()
    {
        var tus = await shared.NewClientAsync();
        var nothing = new Uri($"/files/{Guid.NewGuid()}", UriKind.Relative);

        using var head = await tus.HeadAsync(nothing);
        using var patched = await tus.PatchAsync(nothing, 0, [1]);

        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, patched.StatusCode);
        Assert.False(head.Headers.Contains("Upload-Offset"));
    }

    private static string Sum(string algorithm, byte[] bytes) =>
        $"{algorithm} {Convert.ToBase64String(CryptographicOperations.HashData(new HashAlgorithmName(algorithm.ToUpperInvariant()), bytes))}";

    private static string One(HttpResponseMessage response, string header) => Assert.Single(response.Headers.GetValues(header));
}
