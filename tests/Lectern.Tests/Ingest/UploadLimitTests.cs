using System.Net;
using System.Text.Json;
using Lectern.Data;
using Lectern.Hosting;
using Lectern.Library;
using Lectern.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Lectern.Tests.Ingest;

public sealed class UploadLimitTests
{
    [Fact]
    public async Task Upload_that_is_too_large_is_413_before_and_while_it_comes()
    {
        await using var server = await StartAsync(options => options.MaxUploadBytes = 1000);
        var tus = new TusClient(await server.OpenBrowserAsync());
        var upload = await tus.CreateAsync(null);
        using var content = new ChunkedContent(TusClient.Noise(5000));

        using var begun = await tus.SendAsync(HttpMethod.Post, "/files", null, TusClient.NewUpload(1001));
        using var announced = await tus.PatchAsync(upload, 0, TusClient.Noise(1001));
        using var said = await tus.PatchAsync(upload, 0, [1], ("Upload-Length", "1001"));
        using var unsaid = await tus.SendAsync(HttpMethod.Patch, upload.ToString(), content, ("Upload-Offset", "0"));

        foreach (var response in new[] { begun, announced, said, unsaid })
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(1000, await tus.OffsetAsync(upload));
        Assert.Contains("1,000 bytes", await DetailAsync(begun), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_lectures_are_429_for_this_workspace_alone()
    {
        await using var server = await StartAsync(options => options.MaxLectures = 2);
        var tus = new TusClient(await server.OpenBrowserAsync());
        var other = new TusClient(await server.OpenBrowserAsync());
        await tus.CreateAsync(0);
        await tus.CreateAsync(0);

        using var third = await tus.SendAsync(HttpMethod.Post, "/files", null, TusClient.NewUpload(10));

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.NotNull(third.Headers.RetryAfter?.Delta);
        await other.CreateAsync(10);
    }

    [Fact]
    public async Task Too_many_unfinished_uploads_are_429_until_one_is_finished()
    {
        await using var server = await StartAsync(options => options.MaxUnfinishedUploads = 2);
        var tus = new TusClient(await server.OpenBrowserAsync());
        await tus.CreateAsync(10);
        var second = await tus.CreateAsync(10);

        using var third = await tus.SendAsync(HttpMethod.Post, "/files", null, TusClient.NewUpload(10));
        using var finished = await tus.PatchAsync(second, 0, TusClient.Noise(10));
        using var again = await tus.SendAsync(HttpMethod.Post, "/files", null, TusClient.NewUpload(10));

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }

    [Fact]
    public async Task Of_many_at_once_no_more_are_taken_than_the_limit_allows()
    {
        await using var server = await StartAsync(options => options.MaxUnfinishedUploads = 5);
        var tus = new TusClient(await server.OpenBrowserAsync());

        var statuses = await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ =>
        {
            using var response = await tus.SendAsync(HttpMethod.Post, "/files", null, TusClient.NewUpload(10));
            return response.StatusCode;
        }));

        Assert.Equal(5, statuses.Count(status => status == HttpStatusCode.Created));
        Assert.Equal(25, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
        Assert.Equal(5, await server.ReadAsync(db => db.Lectures.CountAsync()));
    }

    [Fact]
    public async Task Too_many_in_a_minute_are_429_with_the_time_to_wait()
    {
        await using var server = await StartAsync(options => options.MaxUploadsPerMinute = 2);
        var tus = new TusClient(await server.OpenBrowserAsync());
        await tus.CreateAsync(10);
        await tus.CreateAsync(10);

        using var third = await tus.SendAsync(HttpMethod.Post, "/files", null, TusClient.NewUpload(10));

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.InRange(third.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Disk_without_room_is_507_before_a_byte_is_taken()
    {
        await using var server = await StartAsync(options => options.MinFreeBytes = long.MaxValue / 2);
        var tus = new TusClient(await server.OpenBrowserAsync());

        using var response = await tus.SendAsync(HttpMethod.Post, "/files", null, TusClient.NewUpload(10));

        Assert.Equal(HttpStatusCode.InsufficientStorage, response.StatusCode);
        Assert.Equal(0, await server.ReadAsync(db => db.Lectures.CountAsync()));
    }

    [Fact]
    public async Task Upload_that_stands_still_is_gone_for_tus_and_in_the_recycle_bin()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await LecternTestServer.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var tus = new TusClient(await server.OpenBrowserAsync());
        var upload = await tus.CreateAsync(10);
        using var kept = await tus.PatchAsync(upload, 0, [1, 2, 3]);

        clock.Advance(TimeSpan.FromDays(7.1));
        using var head = await tus.HeadAsync(upload);
        using var patched = await tus.PatchAsync(upload, 3, [4]);
        await server.Services.GetRequiredService<EmptyBin>().RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Gone, head.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, patched.StatusCode);
        Assert.NotNull(await server.ReadAsync(db => db.Lectures.Select(row => row.DeletedAt).SingleAsync()));
        Assert.Equal(3, server.Services.GetRequiredService<AudioFolder>().LengthOf(TusServer.IdOf(upload)));
    }

    private static Task<LecternTestServer> StartAsync(Action<LecternOptions> change) => LecternTestServer.StartAsync((LecternOptions options) =>
    {
        options.MinFreeBytes = 0;
        change(options);
    });

    private static async Task<string> DetailAsync(HttpResponseMessage response)
    {
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return problem.RootElement.GetProperty("detail").GetString()!;
    }
}
