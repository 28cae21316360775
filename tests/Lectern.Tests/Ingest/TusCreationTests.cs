using System.Net;

namespace Lectern.Tests.Ingest;

public sealed class TusCreationTests(TusServer shared) : IClassFixture<TusServer>
{
    [Fact]
    public async Task Options_say_what_the_server_can_do_to_anyone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/files");

        using var response = await shared.Server.NewProgram().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("1.0.0", One(response, "Tus-Version"));
        Assert.Equal("1.0.0", One(response, "Tus-Resumable"));
        Assert.Equal("creation,creation-with-upload,creation-defer-length,expiration,checksum,termination", One(response, "Tus-Extension"));
        Assert.Equal("sha1,sha256", One(response, "Tus-Checksum-Algorithm"));
        Assert.Equal("8589934592", One(response, "Tus-Max-Size"));
    }

    [Theory]
    [InlineData("0.2.2")]
    [InlineData("")]
    public async Task Other_version_is_412_and_does_nothing(string version)
    {
        var tus = await shared.NewClientAsync();
        var upload = await tus.CreateAsync(10);

        using var created = await tus.SendAsync(HttpMethod.Post, "/files", null, [.. TusClient.NewUpload(10), ("Tus-Resumable", version)]);
        using var patched = await tus.PatchAsync(upload, 0, [1, 2, 3], ("Tus-Resumable", version));

        foreach (var response in new[] { created, patched })
        {
            Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
            Assert.Equal("1.0.0", One(response, "Tus-Version"));
        }

        Assert.Equal(0, await tus.OffsetAsync(upload));
    }

    [Fact]
    public async Task Created_upload_is_at_its_location_with_all_that_was_said_of_it()
    {
        var tus = await shared.NewClientAsync();
        (string, string)[] headers = [("Upload-Length", "123"), ("Upload-Metadata", "filename YS53YXY=,filetype,note w6Q=")];

        using var created = await tus.SendAsync(HttpMethod.Post, "/files", null, headers);
        using var head = await tus.HeadAsync(created.Headers.Location!);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("0", One(head, "Upload-Offset"));
        Assert.Equal("123", One(head, "Upload-Length"));
        Assert.Equal("filename YS53YXY=,filetype,note w6Q=", One(head, "Upload-Metadata"));
        Assert.False(head.Headers.Contains("Upload-Defer-Length"));
        Assert.True(head.Headers.CacheControl?.NoStore);
        Assert.Equal("1.0.0", One(head, "Tus-Resumable"));
        Assert.Equal("a.wav", (await shared.RowOfAsync(created.Headers.Location!)).FileName);
    }

    [Fact]
    public async Task Expiry_is_a_date_a_week_ahead()
    {
        var tus = await shared.NewClientAsync();

        using var created = await tus.SendAsync(HttpMethod.Post, "/files", null, TusClient.NewUpload(10));
        using var patched = await tus.PatchAsync(created.Headers.Location!, 0, [1]);
        using var head = await tus.HeadAsync(created.Headers.Location!);

        foreach (var response in new[] { created, patched, head })
        {
            var expires = DateTimeOffset.Parse(One(response, "Upload-Expires"));
            Assert.InRange(expires - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(6.9), TimeSpan.FromDays(7.1));
        }
    }

    [Theory]
    [InlineData("Upload-Length", "")]
    [InlineData("Upload-Length", "-1")]
    [InlineData("Upload-Length", "1e3")]
    [InlineData("Upload-Length", "99999999999999999999")]
    [InlineData("Upload-Defer-Length", "0")]
    [InlineData("X-Nothing", "1")]
    public async Task Length_that_is_none_is_400(string header, string value)
    {
        var tus = await shared.NewClientAsync();

        using var response = await tus.SendAsync(HttpMethod.Post, "/files", null, (header, value));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("1.0.0", One(response, "Tus-Resumable"));
    }

    [Fact]
    public async Task Length_that_is_both_known_and_deferred_is_400()
    {
        var tus = await shared.NewClientAsync();

        using var response = await tus.SendAsync(HttpMethod.Post, "/files", null, ("Upload-Length", "5"), ("Upload-Defer-Length", "1"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("filename not*base64")]
    [InlineData("filename YQ==,filename Yg==")]
    [InlineData("filename YQ== Yg==")]
    [InlineData(",")]
    public async Task Metadata_that_break_a_rule_are_400(string metadata)
    {
        var tus = await shared.NewClientAsync();

        using var response = await tus.SendAsync(HttpMethod.Post, "/files", null, ("Upload-Length", "5"), ("Upload-Metadata", metadata));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Upload_of_no_bytes_is_complete_at_once()
    {
        var tus = await shared.NewClientAsync();

        var upload = await tus.CreateAsync(0);

        Assert.True((await shared.RowOfAsync(upload)).IsReceived);
    }

    [Fact]
    public async Task First_bytes_may_come_with_the_creation()
    {
        var tus = await shared.NewClientAsync();
        var bytes = TusClient.Noise(1000);

        using var response = await tus.SendAsync(HttpMethod.Post, "/files", TusClient.Body(bytes), TusClient.NewUpload(2000));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("1000", One(response, "Upload-Offset"));
        Assert.Equal(bytes, shared.BytesOf(response.Headers.Location!));
    }

    [Fact]
    public async Task Creation_with_bytes_of_another_type_is_415_and_with_too_many_413()
    {
        var tus = await shared.NewClientAsync();

        using var typed = await tus.SendAsync(HttpMethod.Post, "/files", TusClient.Body([1], "audio/wav"), TusClient.NewUpload(1));
        using var more = await tus.SendAsync(HttpMethod.Post, "/files", TusClient.Body([1, 2]), TusClient.NewUpload(1));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, typed.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, more.StatusCode);
    }

    [Fact]
    public async Task Nobody_uploads_without_a_workspace()
    {
        var tus = new TusClient(shared.Server.NewProgram());

        using var response = await tus.SendAsync(HttpMethod.Post, "/files", null, TusClient.NewUpload(10));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("1.0.0", One(response, "Tus-Resumable"));
    }

    private static string One(HttpResponseMessage response, string header) => Assert.Single(response.Headers.GetValues(header));
}
