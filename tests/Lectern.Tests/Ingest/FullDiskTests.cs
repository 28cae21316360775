using System.Net;
using Lectern.Data;
using Lectern.Hosting;
using Lectern.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Ingest;

public sealed class FullDiskTests
{
    [Fact]
    public async Task Full_disk_is_507_keeps_what_came_and_lets_it_go_on_later()
    {
        using var folder = new TemporaryFolder();
        await using var disk = await SmallDisk.MountAsync(new DataLayout(folder.Path).Audio, megabytes: 2);
        var ballast = Path.Combine(new DataLayout(folder.Path).Audio, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[1_000_000], TestContext.Current.CancellationToken);
        await using var server = await LecternTestServer.StartAsync(builder => builder.Services.Configure<LecternOptions>(options => options.MinFreeBytes = 0), folder.Path);
        var tus = new TusClient(await server.OpenBrowserAsync());
        var upload = await tus.CreateAsync(null);
        var bytes = TusClient.Noise(1_500_000);

        // Not said how many bytes come, or they would not be taken at all.
        using var content = new ChunkedContent(bytes);
        using var full = await tus.SendAsync(HttpMethod.Patch, upload.ToString(), content, ("Upload-Offset", "0"));
        var offset = await tus.OffsetAsync(upload);
        File.Delete(ballast);
        using var rest = await tus.PatchAsync(upload, offset, bytes[(int)offset..], ("Upload-Length", "1500000"));

        Assert.Equal(HttpStatusCode.InsufficientStorage, full.StatusCode);
        Assert.InRange(offset, 500_000, 1_200_000);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(server.Services.GetRequiredService<AudioFolder>().RecordingOf(TusServer.IdOf(upload)), TestContext.Current.CancellationToken));
    }
}
