using Lectern.Data;
using Lectern.Hosting;
using Lectern.Inference.Audio;
using Lectern.Library;
using Lectern.Tests.Hosting;
using Lectern.Tests.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Lectern.Tests.Library;

public sealed class EmptyBinTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lecture_leaves_the_bin_after_thirty_days_with_its_audio()
    {
        await using var server = await LecternTestServer.StartAsync();
        await using var deleted = await LectureProbe.CreateAsync(server, length: 10);
        await using var kept = await LectureProbe.CreateAsync(server, length: null);
        await deleted.Session.DeleteAsync();
        await using (var db = await DatabaseAsync(server))
            await db.Lectures.Where(row => row.Id == kept.Id).ExecuteUpdateAsync(row => row.SetProperty(lecture => lecture.UploadExpiresAt, (DateTimeOffset?)null), Cancellation);
        var audio = server.Services.GetRequiredService<AudioFolder>();

        await EmptyAsync(server, TimeSpan.FromDays(29));
        Assert.Equal(2, (await LecturesAsync(server)).Count);
        Assert.True(File.Exists(audio.RecordingOf(deleted.Id)));

        await EmptyAsync(server, TimeSpan.FromDays(30.01));
        Assert.Equal(kept.Id, Assert.Single(await LecturesAsync(server)).Id);
        Assert.False(File.Exists(audio.RecordingOf(deleted.Id)));
        Assert.True(File.Exists(audio.RecordingOf(kept.Id)));
    }

    [Fact]
    public async Task Upload_that_stands_still_goes_to_the_bin_and_can_come_back()
    {
        await using var server = await LecternTestServer.StartAsync();
        await using var upload = await LectureProbe.CreateAsync(server, length: 10);

        await EmptyAsync(server, TimeSpan.FromDays(6.9));
        Assert.Null((await LecturesAsync(server)).Single().DeletedAt);

        await EmptyAsync(server, TimeSpan.FromDays(7.1));
        Assert.NotNull((await LecturesAsync(server)).Single().DeletedAt);

        await upload.Session.RestoreAsync();
        Assert.Null((await LecturesAsync(server)).Single().DeletedAt);
    }

    [Fact]
    public async Task Recording_that_nobody_ended_becomes_a_lecture()
    {
        await using var server = await LecternTestServer.StartAsync();
        await using var recording = await LectureProbe.CreateAsync(server, length: null);
        await recording.SendAsync(LiveWave.Header.ToArray());

        await EmptyAsync(server, TimeSpan.FromDays(7.1));

        var row = (await LecturesAsync(server)).Single();
        Assert.Null(row.DeletedAt);
        Assert.True(row.IsReceived);
        Assert.Equal(LiveWave.HeaderBytes, row.UploadLength);
    }

    [Fact]
    public async Task Links_that_nobody_used_and_old_copies_of_the_database_go_too()
    {
        await using var server = await LecternTestServer.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        await using (var db = await DatabaseAsync(server))
        {
            db.Links.Add(new LinkRow { TokenHash = [1], OwnerId = Guid.NewGuid(), ExpiresAt = now.AddDays(1) });
            db.Links.Add(new LinkRow { TokenHash = [2], OwnerId = Guid.NewGuid(), ExpiresAt = now.AddDays(3) });
            await db.SaveChangesAsync(Cancellation);
        }

        var (old, young) = (server.Layout.CopyBefore("20250101000000_Old"), server.Layout.CopyBefore("20260101000000_Young"));
        await File.WriteAllTextAsync(old, "", Cancellation);
        await File.WriteAllTextAsync(young, "", Cancellation);
        File.SetLastWriteTimeUtc(old, now.UtcDateTime.AddDays(-29));

        await EmptyAsync(server, TimeSpan.FromDays(2));

        await using var after = await DatabaseAsync(server);
        Assert.Equal([2], (await after.Links.SingleAsync(Cancellation)).TokenHash);
        Assert.Equal([young], server.Layout.CopiesBefore());
    }

    private static Task EmptyAsync(LecternTestServer server, TimeSpan later) => new EmptyBin(
        server.Services.GetRequiredService<IDbContextFactory<LecternDb>>(),
        server.Services.GetRequiredService<IGrainFactory>(),
        server.Services.GetRequiredService<AudioFolder>(),
        server.Layout,
        server.Services.GetRequiredService<IOptions<LecternOptions>>(),
        new FakeTimeProvider(TimeProvider.System.GetUtcNow() + later),
        NullLogger<EmptyBin>.Instance).RunAsync(Cancellation);

    private static Task<LecternDb> DatabaseAsync(LecternTestServer server) =>
        server.Services.GetRequiredService<IDbContextFactory<LecternDb>>().CreateDbContextAsync(Cancellation);

    private static async Task<List<LectureRow>> LecturesAsync(LecternTestServer server)
    {
        await using var db = await DatabaseAsync(server);
        return await db.Lectures.AsNoTracking().ToListAsync(Cancellation);
    }
}
