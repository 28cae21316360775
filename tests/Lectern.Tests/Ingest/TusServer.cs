using Lectern.Data;
using Lectern.Hosting;
using Lectern.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Ingest;

/// <summary>A server that all tests of a class share; each has a browser of its own.</summary>
public sealed class TusServer : IAsyncLifetime
{
    internal LecternTestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await LecternTestServer.StartAsync((LecternOptions options) => options.MinFreeBytes = 0);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    internal async Task<TusClient> NewClientAsync() => new(await Server.OpenBrowserAsync());

    internal byte[] BytesOf(Uri upload) => File.ReadAllBytes(Server.Services.GetRequiredService<AudioFolder>().RecordingOf(IdOf(upload)));

    /// <summary>Waits until the server has written as many bytes of an upload.</summary>
    internal async Task WhenOnDiskAsync(Uri upload, long bytes)
    {
        var audio = Server.Services.GetRequiredService<AudioFolder>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (audio.LengthOf(IdOf(upload)) < bytes)
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    internal Task<LectureRow> RowOfAsync(Uri upload)
    {
        var id = IdOf(upload);
        return Server.ReadAsync(db => db.Lectures.SingleAsync(row => row.Id == id, TestContext.Current.CancellationToken));
    }

    internal static Guid IdOf(Uri upload) => Guid.Parse(upload.ToString().Split('/')[^1]);
}
