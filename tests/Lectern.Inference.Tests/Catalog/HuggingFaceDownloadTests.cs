using System.Net;
using Lectern.Inference.Catalog;

namespace Lectern.Inference.Tests.Catalog;

public sealed class HuggingFaceDownloadTests : IDisposable
{
    private const string Path = "/some/model/resolve/main/onnx/model.onnx";
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1000).Select(value => (byte)value)];
    private readonly StoreFixture _fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_file_is_fetched_and_its_bytes_are_counted()
    {
        await using var server = LoopbackServer.Start((context, _) => LoopbackServer.SendAsync(context, Content, Content.Length));
        var told = new Told();

        var model = await Store(server).GetAsync("one", told, Cancellation);

        Assert.Equal(Content, File.ReadAllBytes(model.PathOf("model.onnx")));
        Assert.Equal([(Path, null)], server.Asked);
        Assert.Contains(new ModelProgress("one", ModelStage.Fetching, "model.onnx", 1000, 1000), told.All);
    }

    [Fact]
    public async Task A_broken_connection_is_taken_up_where_it_stopped()
    {
        await using var server = LoopbackServer.Start((context, number) => LoopbackServer.SendAsync(context, Content, number switch { 0 => 300, 1 => 301, _ => 1000 }));

        var model = await Store(server).GetAsync("one", cancellationToken: Cancellation);

        Assert.Equal(Content, File.ReadAllBytes(model.PathOf("model.onnx")));
        Assert.Equal([(Path, null), (Path, "bytes=300-"), (Path, "bytes=301-")], server.Asked);
    }

    [Fact]
    public async Task A_cancelled_download_goes_on_the_next_time()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var server = LoopbackServer.Start((context, number) => LoopbackServer.SendAsync(context, Content, number == 0 ? 400 : 1000));
        var cancelling = new Told(value => CancelAt(value, cancel));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store(server).GetAsync("one", cancelling, cancel.Token));
        var between = Store(server).List()[0];
        var model = await Store(server).GetAsync("one", cancellationToken: Cancellation);

        Assert.Equal((ModelState.Partial, 400), (between.State, between.BytesOnDisk));
        Assert.Equal(Content, File.ReadAllBytes(model.PathOf("model.onnx")));
        Assert.Equal("bytes=400-", server.Asked.Last().Range);
        Assert.Equal(["models/one/SHA256SUMS", "models/one/model.onnx"], _fixture.FilesInData());
    }

    [Fact]
    public async Task A_server_without_ranges_sends_it_all_again()
    {
        Leave(Content[..500]);
        await using var server = LoopbackServer.Start((context, _) => LoopbackServer.SendAsync(context, Content, Content.Length, knowsRanges: false));

        var model = await Store(server).GetAsync("one", cancellationToken: Cancellation);

        Assert.Equal(Content, File.ReadAllBytes(model.PathOf("model.onnx")));
        Assert.Equal([(Path, "bytes=500-")], server.Asked);
    }

    [Fact]
    public async Task A_range_that_the_server_does_not_have_begins_anew()
    {
        Leave(Content[..500]);
        await using var server = LoopbackServer.Start((context, number) => number == 0
            ? RefuseAsync(context, HttpStatusCode.RequestedRangeNotSatisfiable)
            : LoopbackServer.SendAsync(context, Content, Content.Length));

        var model = await Store(server).GetAsync("one", cancellationToken: Cancellation);

        Assert.Equal(Content, File.ReadAllBytes(model.PathOf("model.onnx")));
        Assert.Equal([(Path, "bytes=500-"), (Path, null)], server.Asked);
    }

    [Fact]
    public async Task A_leftover_of_another_content_is_found_out_and_the_next_try_is_clean()
    {
        Leave(new byte[500]);
        await using var server = LoopbackServer.Start((context, _) => LoopbackServer.SendAsync(context, Content, Content.Length));

        var error = await Assert.ThrowsAsync<ModelException>(() => Store(server).GetAsync("one", cancellationToken: Cancellation));
        var after = _fixture.FilesInData();
        var model = await Store(server).GetAsync("one", cancellationToken: Cancellation);

        Assert.Contains("some/model", error.Message, StringComparison.Ordinal);
        Assert.Contains("expected SHA-256", error.Message, StringComparison.Ordinal);
        Assert.Empty(after);
        Assert.Equal(Content, File.ReadAllBytes(model.PathOf("model.onnx")));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "There is no file", 1)]
    [InlineData(HttpStatusCode.Forbidden, "an account or a consent", 1)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "failed 5 times", 5)]
    public async Task A_server_that_refuses_is_said_and_asked_again_only_if_that_may_help(HttpStatusCode status, string why, int requests)
    {
        await using var server = LoopbackServer.Start((context, _) => RefuseAsync(context, status));

        var error = await Assert.ThrowsAsync<ModelException>(() => Store(server).GetAsync("one", cancellationToken: Cancellation));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains($"{server.Address.AbsoluteUri.TrimEnd('/')}{Path}", error.Message, StringComparison.Ordinal);
        Assert.Equal(requests, server.Asked.Count);
    }

    [Fact]
    public async Task A_file_longer_than_the_catalog_says_is_not_kept()
    {
        byte[] longer = [.. Content, 1];
        await using var server = LoopbackServer.Start((context, _) => LoopbackServer.SendAsync(context, longer, longer.Length));

        var error = await Assert.ThrowsAsync<ModelException>(() => Store(server).GetAsync("one", cancellationToken: Cancellation));

        Assert.Contains("longer than the 1000 bytes", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Asked);
        Assert.Equal(0, _fixture.FilesInData().Sum(file => new FileInfo(System.IO.Path.Combine(_fixture.Data, file)).Length));
    }

    [Fact]
    public async Task Removing_a_model_removes_its_unfinished_download()
    {
        Leave(Content[..500]);
        var store = _fixture.Store(Catalog());

        var freed = await store.RemoveAsync("one", Cancellation);

        Assert.Equal(500, freed);
        Assert.Empty(_fixture.FilesInData());
    }

    private static ModelCatalog Catalog() => StoreFixture.Catalog(StoreFixture.Model(
        "one",
        [StoreFixture.FileOf("model.onnx", Content)],
        new HuggingFacePart
        {
            Repo = "some/model",
            Revision = "main",
            Files = new Dictionary<string, string>(StringComparer.Ordinal) { ["onnx/model.onnx"] = "model.onnx" },
        }));

    private static void CancelAt(ModelProgress value, CancellationTokenSource cancel)
    {
        if (value is { Stage: ModelStage.Fetching, DoneBytes: 400 })
            cancel.Cancel();
    }

    private static Task RefuseAsync(HttpListenerContext context, HttpStatusCode status)
    {
        context.Response.StatusCode = (int)status;
        context.Response.Close();
        return Task.CompletedTask;
    }

    private ModelStore Store(LoopbackServer server) => _fixture.Store(Catalog(), huggingFace: server.Address);

    private void Leave(byte[] content)
    {
        var partial = new StoreLayout(_fixture.Data).Cached(ModelInstaller.PartialName(StoreFixture.FileOf("model.onnx", Content)));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(partial)!);
        File.WriteAllBytes(partial, content);
    }
}
