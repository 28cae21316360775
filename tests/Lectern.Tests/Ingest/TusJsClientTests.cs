using System.Diagnostics;

namespace Lectern.Tests.Ingest;

public sealed class TusJsClientTests(TusServer shared) : IClassFixture<TusServer>
{
    [Theory]
    [InlineData(1, "Infinity")]
    [InlineData(2, "Infinity")]
    [InlineData(3, "262144")]
    public async Task Bytes_come_through_connections_that_break(int seed, string chunkSize)
    {
        using var folder = new TemporaryFolder();
        var (cookie, _) = await shared.Server.NewOwnerAsync();
        var bytes = TusClient.Noise(5_000_000, seed);
        await File.WriteAllBytesAsync(folder["lecture.mp3"], bytes, TestContext.Current.CancellationToken);
        await using var proxy = new DroppingProxy(shared.Server.Address, seed, drops: 30);

        var upload = await UploadAsync(proxy.Address, cookie, folder["lecture.mp3"], "Vorlesung 1 – Schlaf.mp3", chunkSize);

        Assert.InRange(proxy.Dropped, 8, 30);
        Assert.Equal(bytes, shared.BytesOf(upload));
        var row = await shared.RowOfAsync(upload);
        Assert.True(row.IsReceived);
        Assert.Equal("Vorlesung 1 – Schlaf.mp3", row.FileName);
    }

    private static async Task<Uri> UploadAsync(Uri server, string cookie, string file, string name, string chunkSize)
    {
        Repository.NeedProgram("node");
        using var node = Process.Start(new ProcessStartInfo(
            "node", [Path.Combine(AppContext.BaseDirectory, "Ingest", "tus-upload.mjs"), new Uri(server, "files").ToString(), cookie, file, name, chunkSize])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await errors);
        return new Uri((await output).Trim());
    }
}
