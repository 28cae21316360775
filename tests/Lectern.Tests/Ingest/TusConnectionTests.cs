using System.Net;
using System.Security.Cryptography;
using Lectern.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Ingest;

public sealed class TusConnectionTests(TusServer shared) : IClassFixture<TusServer>
{
    private static readonly byte[] Bytes = TusClient.Noise(2_000_000);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bytes_before_a_lost_connection_are_kept(bool isReset)
    {
        var (tus, cookie) = await NewAsync();
        var upload = await tus.CreateAsync(Bytes.Length);
        using var connection = await RawUpload.StartAsync(shared.Server.Address, cookie, upload, 0, Bytes.Length, Bytes[..700_000]);
        await shared.WhenOnDiskAsync(upload, 700_000);

        if (isReset)
            connection.Reset();
        else
            connection.Close();

        Assert.Equal(700_000, await tus.OffsetAsync(upload));
        using var rest = await tus.PatchAsync(upload, 700_000, Bytes[700_000..]);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        Assert.Equal(Bytes, shared.BytesOf(upload));
    }

    [Fact]
    public async Task Who_asks_for_the_offset_ends_a_connection_that_hangs()
    {
        var (tus, cookie) = await NewAsync();
        var upload = await tus.CreateAsync(Bytes.Length);
        using var hanging = await RawUpload.StartAsync(shared.Server.Address, cookie, upload, 0, Bytes.Length, Bytes[..600_000]);
        await shared.WhenOnDiskAsync(upload, 600_000);

        var offset = await tus.OffsetAsync(upload);
        var answer = await hanging.AnswerAsync();
        using var rest = await tus.PatchAsync(upload, offset, Bytes[600_000..]);

        Assert.Equal(600_000, offset);
        Assert.Equal("HTTP/1.1 423 Locked", answer);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        Assert.Equal(Bytes, shared.BytesOf(upload));
    }

    [Fact]
    public async Task New_bytes_end_a_connection_that_hangs()
    {
        var (tus, cookie) = await NewAsync();
        var upload = await tus.CreateAsync(Bytes.Length);
        using var hanging = await RawUpload.StartAsync(shared.Server.Address, cookie, upload, 0, Bytes.Length, Bytes[..600_000]);
        await shared.WhenOnDiskAsync(upload, 600_000);

        using var rest = await tus.PatchAsync(upload, 600_000, Bytes[600_000..]);

        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        Assert.Equal(Bytes, shared.BytesOf(upload));
    }

    [Fact]
    public async Task Giving_up_ends_a_connection_that_still_sends()
    {
        var (tus, cookie) = await NewAsync();
        var upload = await tus.CreateAsync(Bytes.Length);
        using var sending = await RawUpload.StartAsync(shared.Server.Address, cookie, upload, 0, Bytes.Length, Bytes[..600_000]);
        await shared.WhenOnDiskAsync(upload, 600_000);

        using var deleted = await tus.SendAsync(HttpMethod.Delete, upload.ToString());

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal("HTTP/1.1 423 Locked", await sending.AnswerAsync());
    }

    [Fact]
    public async Task Part_with_a_checksum_that_did_not_come_whole_is_taken_back()
    {
        var (tus, cookie) = await NewAsync();
        var upload = await tus.CreateAsync(Bytes.Length);
        var checksum = $"Upload-Checksum: sha256 {Convert.ToBase64String(SHA256.HashData(Bytes))}\r\n";
        using var connection = await RawUpload.StartAsync(shared.Server.Address, cookie, upload, 0, Bytes.Length, Bytes[..700_000], checksum);
        await shared.WhenOnDiskAsync(upload, 700_000);

        connection.Reset();

        Assert.Equal(0, await tus.OffsetAsync(upload));
    }

    [Fact]
    public async Task Nobody_else_can_end_a_connection()
    {
        var (tus, cookie) = await NewAsync();
        var upload = await tus.CreateAsync(Bytes.Length);
        using var sending = await RawUpload.StartAsync(shared.Server.Address, cookie, upload, 0, Bytes.Length, Bytes[..600_000]);
        await shared.WhenOnDiskAsync(upload, 600_000);
        var (stranger, _) = await NewAsync();

        using var head = await stranger.HeadAsync(upload);
        using var patched = await stranger.PatchAsync(upload, 600_000, [1]);
        using var deleted = await stranger.SendAsync(HttpMethod.Delete, upload.ToString());
        await sending.SendAsync(Bytes[600_000..]);

        foreach (var response in new[] { head, patched, deleted })
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("HTTP/1.1 204 No Content", await sending.AnswerAsync());
        Assert.Equal(Bytes, shared.BytesOf(upload));
    }

    [Fact]
    public async Task Upload_whose_last_bytes_nobody_was_told_of_is_complete_when_its_offset_is_asked_for()
    {
        var (tus, _) = await NewAsync();
        var upload = await tus.CreateAsync(1000);
        await using (var file = shared.Server.Services.GetRequiredService<AudioFolder>().OpenAppend(TusServer.IdOf(upload)))
            await file.WriteAsync(Bytes.AsMemory(0, 1000), TestContext.Current.CancellationToken);

        var offset = await tus.OffsetAsync(upload);

        Assert.Equal(1000, offset);
        Assert.True((await shared.RowOfAsync(upload)).IsReceived);
    }

    private async Task<(TusClient Tus, string Cookie)> NewAsync()
    {
        var (cookie, _) = await shared.Server.NewOwnerAsync();
        return (new TusClient(shared.Server.NewProgram(cookie)), cookie);
    }
}
