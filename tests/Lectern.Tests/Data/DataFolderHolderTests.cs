using Lectern.Data;
using Lectern.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Tests.Data;

public sealed class DataFolderHolderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Second_server_on_a_data_folder_does_not_start_and_the_first_goes_on()
    {
        await using var first = await LecternTestServer.StartAsync();

        var error = await Assert.ThrowsAsync<LectureException>(() => LecternTestServer.StartAsync(dataFolder: first.Layout.Root));

        Assert.Contains("in use by another Lectern", error.Message, StringComparison.Ordinal);
        Assert.Equal("ok", await first.NewProgram().GetStringAsync(new Uri("/healthz", UriKind.Relative), Cancellation));
    }

    [Fact]
    public async Task Server_does_not_start_on_the_data_of_a_newer_version()
    {
        using var folder = new TemporaryFolder();
        await (await LecternTestServer.StartAsync(dataFolder: folder.Path)).DisposeAsync();
        await using (var db = LecternDb.Open(folder["lectern.db"]))
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '20.0')", Cancellation);

        var error = await Assert.ThrowsAsync<LectureException>(() => LecternTestServer.StartAsync(dataFolder: folder.Path));

        Assert.Contains("newer version", error.Message, StringComparison.Ordinal);
    }
}
