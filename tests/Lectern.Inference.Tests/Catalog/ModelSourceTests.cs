using System.Formats.Tar;
using System.Security.Cryptography;
using Lectern.Inference.Catalog;
using Lectern.Inference.Text;

namespace Lectern.Inference.Tests.Catalog;

public sealed class ModelSourceTests : IDisposable
{
    private static readonly byte[] Content = StoreFixture.Bytes("weights");
    private readonly StoreFixture _fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_file_with_the_wrong_hash_is_deleted_and_said()
    {
        var part = _fixture.Publish("p", Archive.Of(("package/m", Content)), ("package/m", "model.onnx"));
        var wrong = StoreFixture.FileOf("model.onnx", Content) with { Sha256 = new string('0', 64) };

        var error = await FailAsync(StoreFixture.Model("one", [wrong], part));

        Assert.Contains("'model.onnx'", error.Message, StringComparison.Ordinal);
        Assert.Contains(new string('0', 64), error.Message, StringComparison.Ordinal);
        Assert.Contains(StoreFixture.FileOf("model.onnx", Content).Sha256, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_fixture.FilesInData(), file => file.StartsWith("models", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_package_with_the_wrong_hash_is_deleted_and_said()
    {
        var right = _fixture.Publish("p", Archive.Of(("package/m", Content)), ("package/m", "model.onnx"));
        _fixture.Publish("p", Archive.Of(("package/m", StoreFixture.Bytes("changed"))));

        var error = await FailAsync(StoreFixture.Model("one", [StoreFixture.FileOf("model.onnx", Content)], right));

        Assert.Contains("p@1.0.0", error.Message, StringComparison.Ordinal);
        Assert.Contains(right.Integrity, error.Message, StringComparison.Ordinal);
        Assert.Empty(_fixture.FilesInData());
    }

    [Fact]
    public async Task A_package_damaged_in_the_cache_is_fetched_again()
    {
        var part = _fixture.Publish("p", Archive.Of(("package/m", Content)), ("package/m", "model.onnx"));
        var store = _fixture.Store(StoreFixture.Catalog(StoreFixture.Model("one", [StoreFixture.FileOf("model.onnx", Content)], part)));
        await store.GetAsync("one", cancellationToken: Cancellation);
        await store.RemoveAsync("one", Cancellation);
        var cached = Path.Combine(_fixture.Data, Assert.Single(_fixture.FilesInData()));
        await File.WriteAllTextAsync(cached, "damaged", Cancellation);

        await store.GetAsync("one", cancellationToken: Cancellation);

        Assert.Equal(2, _fixture.NpmCalls.Length);
    }

    public static TheoryData<string, string> HostileArchives() => new()
    {
        { "link", "no file but a SymbolicLink" },
        { "hard link", "no file but a HardLink" },
        { "parent", "leads out" },
        { "root", "leads out" },
        { "long", "at most 7" },
        { "without", "has no file 'package/m'" },
        { "noise", "damaged" },
    };

    [Theory]
    [MemberData(nameof(HostileArchives))]
    public async Task A_hostile_or_damaged_archive_writes_nothing_outside_and_is_refused(string kind, string why)
    {
        var archive = kind switch
        {
            "link" => Archive.Of(new PaxTarEntry(TarEntryType.SymbolicLink, "package/m") { LinkName = "/etc/passwd" }),
            "hard link" => Archive.Of(new PaxTarEntry(TarEntryType.HardLink, "package/m") { LinkName = "/etc/passwd" }),
            "parent" => Archive.Of(("package/../../m", Content), ("package/m", Content)),
            "root" => Archive.Of(("/tmp/m", Content), ("package/m", Content)),
            "long" => Archive.Of(("package/m", new byte[100_000])),
            "without" => Archive.Of(("package/n", Content)),
            _ => [.. Enumerable.Range(0, 1000).Select(k => (byte)k)],
        };
        var model = StoreFixture.Model("one", [StoreFixture.FileOf("model.onnx", Content)], _fixture.Publish("p", archive, ("package/m", "model.onnx")));
        var error = await FailAsync(model);

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_fixture.FilesInData(), file => file.StartsWith("models", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_files_of_one_name_in_an_archive_the_first_is_taken()
    {
        var archive = Archive.Of(("package/m", Content), ("package/m", StoreFixture.Bytes("another")));
        var model = StoreFixture.Model("one", [StoreFixture.FileOf("model.onnx", Content)], _fixture.Publish("p", archive, ("package/m", "model.onnx")));

        var installed = await _fixture.Store(StoreFixture.Catalog(model)).GetAsync("one", cancellationToken: Cancellation);

        Assert.Equal(Content, File.ReadAllBytes(installed.PathOf("model.onnx")));
    }

    [Fact]
    public async Task A_model_may_come_from_two_packages_one_of_them_converted()
    {
        var script = "const llama_vocab_base64 = \"PHVuaz4KPHM+Cjwvcz4=\";\nconst llama_merges_binary = \"\";\n"u8.ToArray();
        var tokenizer = LlamaTokenizerPackage.Convert(script);
        var weights = _fixture.Publish("weights", Archive.Of(("package/m", Content)), ("package/m", "model.onnx"));
        var words = _fixture.Publish("words", Archive.Of(("package/t.js", script)), ("package/t.js", "tokenizer.json"));
        var model = StoreFixture.Model(
            "one",
            [StoreFixture.FileOf("model.onnx", Content), StoreFixture.FileOf("tokenizer.json", tokenizer)],
            weights,
            words with { Convert = FileConversion.LlamaTokenizerJs });

        var installed = await _fixture.Store(StoreFixture.Catalog(model)).GetAsync("one", cancellationToken: Cancellation);

        Assert.Equal(3, BpeTokenizer.Load(installed.PathOf("tokenizer.json")).VocabularySize);
        Assert.Equal(2, _fixture.NpmCalls.Length);
    }

    [Fact]
    public async Task A_script_that_cannot_be_converted_is_said()
    {
        var part = _fixture.Publish("words", Archive.Of(("package/t.js", Content)), ("package/t.js", "tokenizer.json"));

        var error = await FailAsync(StoreFixture.Model("one", [StoreFixture.FileOf("tokenizer.json", Content)], part with { Convert = FileConversion.LlamaTokenizerJs }));

        Assert.Contains("words@1.0.0", error.Message, StringComparison.Ordinal);
        Assert.Contains("llama_vocab_base64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_a_source_and_the_next_source_is_tried_when_one_fails()
    {
        using var stick = new TemporaryFolder();
        await File.WriteAllBytesAsync(stick["m"], Content, Cancellation);
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["m"] = "model.onnx" };
        var model = StoreFixture.Model("one", [StoreFixture.FileOf("model.onnx", Content)]) with
        {
            Sources = [[new FolderPart { Path = stick["absent"], Files = files }], [new FolderPart { Path = stick.Path, Files = files }]],
        };

        var installed = await _fixture.Store(StoreFixture.Catalog(model)).GetAsync("one", cancellationToken: Cancellation);

        Assert.Equal(Content, File.ReadAllBytes(installed.PathOf("model.onnx")));
    }

    [Fact]
    public async Task All_sources_that_failed_are_told_with_their_reasons()
    {
        using var stick = new TemporaryFolder();
        await File.WriteAllTextAsync(stick["m"], "longer than it must be", Cancellation);
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["m"] = "model.onnx" };
        var model = StoreFixture.Model("one", [StoreFixture.FileOf("model.onnx", Content)]) with
        {
            Sources = [[new FolderPart { Path = stick["absent"], Files = files }], [new FolderPart { Path = stick.Path, Files = files }]],
        };

        var error = await FailAsync(model);

        Assert.Contains(stick["absent"], error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{stick["m"]}' has 22 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_npm_fetches_the_speech_detector_and_the_tokenizer()
    {
        Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("LECTERN_REAL_MODELS"), "1", StringComparison.Ordinal), "Fetches real packages only where LECTERN_REAL_MODELS=1.");
        var store = new ModelStore(_fixture.Data, ModelCatalog.BuiltIn);
        var words = ModelCatalog.BuiltIn.Default.Sources[0].OfType<NpmPackagePart>().Single(part => part.Convert is not null);
        var tokenizer = ModelCatalog.BuiltIn.Default with
        {
            Id = "words",
            Files = [.. ModelCatalog.BuiltIn.Default.Files.Where(file => words.Files.Values.Contains(file.Name, StringComparer.Ordinal))],
            Sources = [[words]],
        };

        var detector = await store.GetAsync("silero-vad", cancellationToken: Cancellation);
        var real = await new ModelStore(_fixture.Data, StoreFixture.Catalog(tokenizer)).GetAsync("words", cancellationToken: Cancellation);

        Assert.Equal(detector.Entry.Files[0].Sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(detector.PathOf("silero_vad.onnx")))));
        Assert.Equal(278, BpeTokenizer.Load(real.PathOf("tokenizer.json")).IdOf("▁the"));
    }

    private Task<ModelException> FailAsync(ModelEntry model) =>
        Assert.ThrowsAsync<ModelException>(() => _fixture.Store(StoreFixture.Catalog(model)).GetAsync("one", cancellationToken: Cancellation));
}
