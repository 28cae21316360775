using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lectern.Inference.Catalog;

namespace Lectern.Inference.Tests.Catalog;

/// <summary>A data folder, a folder of packages, and a stand-in for npm that copies them and writes down each call.</summary>
internal sealed class StoreFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal StoreFixture()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for npm is a shell script.");
        Directory.CreateDirectory(_folder["packages"]);
    }

    internal TimeProvider Clock { get; init; } = new HurriedTime();

    internal string Data => _folder["data"];

    /// <summary>Gets the arguments of each call of npm.</summary>
    internal string[] NpmCalls => File.Exists(_folder["npm-calls"]) ? File.ReadAllLines(_folder["npm-calls"]) : [];

    internal string NpmAlive => _folder["npm-alive"];

    private static string FakeNpm
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Lectern.slnx")))
                folder = folder.Parent!;
            return Path.Combine(folder.FullName, "tests", "Lectern.Inference.Tests", "Catalog", "fake-npm.sh");
        }
    }

    public void Dispose() => _folder.Dispose();

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    internal static ModelFile FileOf(string name, byte[] content) =>
        new() { Name = name, Bytes = content.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)) };

    /// <summary>Describes a model with one source.</summary>
    internal static ModelEntry Model(string id, ModelFile[] files, params ModelSourcePart[] parts) => new()
    {
        Id = id,
        Family = "moonshine",
        Description = "a model",
        Languages = ["en"],
        Licence = "MIT",
        Files = files,
        Sources = [parts],
    };

    internal static ModelCatalog Catalog(params ModelEntry[] models) => ModelCatalog.Read(
        JsonSerializer.SerializeToUtf8Bytes(new CatalogDocument { Default = models[0].Id, Models = models }, CatalogJson.Default.CatalogDocument), "test.json");

    /// <summary>Publishes a package.</summary>
    internal NpmPackagePart Publish(string package, byte[] archive, params (string Path, string Name)[] files)
    {
        File.WriteAllBytes(_folder[$"packages/{package.Split('/')[^1]}@1.0.0.tgz"], archive);
        return new NpmPackagePart
        {
            Package = package,
            Version = "1.0.0",
            Integrity = "sha512-" + Convert.ToBase64String(SHA512.HashData(archive)),
            Bytes = archive.Length,
            Files = files.ToDictionary(file => file.Path, file => file.Name, StringComparer.Ordinal),
        };
    }

    /// <summary>Publishes a package with the files of two models, <c>one</c> and <c>two</c>, and describes them.</summary>
    internal ModelCatalog PublishTwo()
    {
        var (one, two) = (Bytes("the first model"), Bytes("the second"));
        var archive = Archive.Of(("package/README.md", Bytes("read me")), ("package/one/model.onnx", one), ("package/two/model.onnx", two));
        return Catalog(
            Model("one", [FileOf("model.onnx", one)], Publish("@some/models", archive, ("package/one/model.onnx", "model.onnx"))),
            Model("two", [FileOf("model.onnx", two)], Publish("@some/models", archive, ("package/two/model.onnx", "model.onnx"))));
    }

    internal ModelStore Store(ModelCatalog catalog, string? npm = null, Uri? huggingFace = null) => new(
        Data,
        catalog,
        new ModelStoreOptions { Clock = Clock, NpmProgram = npm ?? FakeNpm, HuggingFaceAddress = huggingFace ?? new Uri("http://127.0.0.1:1/") });

    internal void MakeNpmFail(string errors) => File.WriteAllText(_folder["npm-fails"], errors);

    internal void MakeNpmHang() => File.WriteAllText(_folder["npm-hangs"], "");

    /// <summary>Lists the files in the data folder, locks left out, with <c>/</c>.</summary>
    internal string[] FilesInData() => Directory.Exists(Data)
        ? [.. Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Data, file))
            .Where(file => !file.Contains(".locks", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)]
        : [];
}
