using System.Text;
using System.Text.Json.Nodes;
using Lectern.Inference.Catalog;

namespace Lectern.Inference.Tests.Catalog;

public sealed class ModelCatalogTests
{
    [Fact]
    public void The_built_in_catalog_holds_the_default_and_what_it_needs()
    {
        var catalog = ModelCatalog.BuiltIn;

        Assert.Equal("moonshine-base", catalog.Default.Id);
        Assert.Equal(["moonshine", "moonshine", "silero", "silero"], catalog.Models.Select(model => model.Family), StringComparer.Ordinal);
        Assert.InRange(catalog.Default.SizeBytes, 60_000_000, 70_000_000);
    }

    [Fact]
    public void The_users_catalog_adds_models_replaces_models_and_chooses_the_default()
    {
        using var folder = new TemporaryFolder();
        var own = Valid();
        own["default"] = "mine";
        var replacement = own["models"]![0]!.DeepClone();
        replacement["id"] = "moonshine-tiny";
        own["models"]!.AsArray().Add(replacement);
        File.WriteAllText(folder["models.json"], "\uFEFF// my own\n" + own.ToJsonString());

        var catalog = ModelCatalog.Load(folder.Path);

        Assert.Equal(["moonshine-base", "moonshine-tiny", "silero-vad", "silero-vad-v5", "mine"], catalog.Models.Select(model => model.Id), StringComparer.Ordinal);
        Assert.Equal("a model of mine", catalog.Find("moonshine-tiny").Description);
        Assert.Equal("mine", catalog.Default.Id);
    }

    [Fact]
    public void Without_a_users_catalog_the_built_in_one_stands()
    {
        using var folder = new TemporaryFolder();

        Assert.Same(ModelCatalog.BuiltIn, ModelCatalog.Load(folder["absent"]));
    }

    [Fact]
    public void A_model_that_is_not_there_is_an_error_that_lists_those_that_are()
    {
        var error = Assert.Throws<ModelException>(() => ModelCatalog.BuiltIn.Find("moonshine-huge"));

        Assert.Contains("'moonshine-huge'", error.Message, StringComparison.Ordinal);
        Assert.Contains("moonshine-base, moonshine-tiny", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"models": [null]}""")]
    [InlineData("""{"models": null}""")]
    [InlineData("""{"models": [], "models": []}""")]
    [InlineData("""{"models": [], "default": "none"}""")]
    public void A_malformed_file_is_named(string json)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["models.json"], json);

        var error = Assert.Throws<ModelException>(() => ModelCatalog.Load(folder.Path));

        Assert.Contains(folder["models.json"], error.Message, StringComparison.Ordinal);
        Assert.Contains("malformed", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", "\"../x\"", "'../x'")]
    [InlineData("id", "\"a/b\"", "'a/b'")]
    [InlineData("id", "\"a..b\"", "'a..b'")]
    [InlineData("id", "\".work\"", "'.work'")]
    [InlineData("id", "\"Mine\"", "'Mine'")]
    [InlineData("id", "\"mine\\n\"", "id has small letters")]
    [InlineData("id", "7", "id")]
    [InlineData("family", "\"\"", "family")]
    [InlineData("family", null, "family")]
    [InlineData("licence", "null", "licence")]
    [InlineData("colour", "\"red\"", "colour")]
    [InlineData("files", "[]", "'files' is empty")]
    [InlineData("files", "[null]", "null")]
    [InlineData("sources", "[]", "'sources' is empty")]
    [InlineData("sources", "[[]]", "exactly once")]
    [InlineData("sources", "[[null]]", "null")]
    [InlineData("files.0.name", "\"../model.onnx\"", "'../model.onnx'")]
    [InlineData("files.0.name", "\"sha256sums\"", "'sha256sums'")]
    [InlineData("files.0.name", "\"other.onnx\"", "exactly once (other.onnx)")]
    [InlineData("files.0.bytes", "0", "'bytes'")]
    [InlineData("files.0.bytes", "\"many\"", "bytes")]
    [InlineData("files.0.sha256", "\"ABC\"", "'sha256'")]
    [InlineData("sources.0.0.type", "\"ftp\"", "ftp")]
    [InlineData("sources.0.0.package", "\"--registry=x\"", "'--registry=x@1.0.0'")]
    [InlineData("sources.0.0.package", "\"a b\"", "'a b@1.0.0'")]
    [InlineData("sources.0.0.version", "\"latest\"", "exact version")]
    [InlineData("sources.0.0.integrity", "\"sha1-xyz\"", "'integrity'")]
    [InlineData("sources.0.0.integrity", "\"sha512-AAAA\"", "'integrity'")]
    [InlineData("sources.0.0.convert", "\"magic\"", "convert")]
    [InlineData("sources.0.0.files", """{"package/../../m": "model.onnx"}""", "'package/../../m'")]
    [InlineData("sources.0.0.files", """{"/m": "model.onnx"}""", "'/m'")]
    [InlineData("sources.0.0.files", """{"package/m": "../../model.onnx"}""", "exactly once")]
    [InlineData("sources.0.0.files", """{"package/m": "model.onnx", "package/n": "model.onnx"}""", "exactly once")]
    [InlineData("sources.0.0", """{"type": "folder", "path": "here", "files": {"m": "model.onnx"}}""", "absolute")]
    [InlineData("sources.0.0", """{"type": "huggingface", "repo": "../x/y", "revision": "main", "files": {"m": "model.onnx"}}""", "'../x/y'")]
    [InlineData("sources.0.0", """{"type": "huggingface", "repo": "x/y", "revision": "a/../../b", "files": {"m": "model.onnx"}}""", "'a/../../b'")]
    public void A_defect_in_one_place_is_named_with_the_file(string place, string? value, string defect)
    {
        var json = Valid();
        Put(json["models"]![0]!, place.Split('.'), value);

        var error = Assert.Throws<ModelException>(() => ModelCatalog.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "some/models.json"));

        Assert.Contains("'some/models.json'", error.Message, StringComparison.Ordinal);
        Assert.Contains(defect, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_defects_are_told_at_once()
    {
        var json = Valid();
        json["models"]![0]!["id"] = "Mine";
        json["models"]![0]!["files"]![0]!["bytes"] = 0;

        var error = Assert.Throws<ModelException>(() => ModelCatalog.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "models.json"));

        Assert.Contains("an id has", error.Message, StringComparison.Ordinal);
        Assert.Contains("'bytes' of the file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_there_twice_is_named()
    {
        var json = Valid();
        json["models"]!.AsArray().Add(json["models"]![0]!.DeepClone());

        var error = Assert.Throws<ModelException>(() => ModelCatalog.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "models.json"));

        Assert.Contains("'mine' is there twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_folder_is_found_by_the_variables_in_their_order()
    {
        Assert.Equal(Path.GetFullPath("/a"), Find(("LECTERN_DATA", "/a"), ("XDG_DATA_HOME", "/b")));
        Assert.Equal(Path.Combine("/b", "lectern"), Find(("LECTERN_DATA", ""), ("XDG_DATA_HOME", "/b")));
        Assert.Equal(Find(), Find(("XDG_DATA_HOME", "relative")));
        Assert.Equal("lectern", Path.GetFileName(Find()));
    }

    private static string Find(params (string Name, string Value)[] variables) =>
        DataFolder.Find(name => Array.Find(variables, variable => string.Equals(variable.Name, name, StringComparison.Ordinal)).Value);

    private static void Put(JsonNode node, string[] place, string? value)
    {
        foreach (var step in place[..^1])
            node = node is JsonArray array ? array[int.Parse(step)]! : node[step]!;
        if (value is null)
            node.AsObject().Remove(place[^1]);
        else if (node is JsonArray list)
            list[int.Parse(place[^1])] = JsonNode.Parse(value);
        else
            node[place[^1]] = JsonNode.Parse(value);
    }

    private static JsonObject Valid() => JsonNode.Parse($$"""
        {
          "default": "mine",
          "models": [
            {
              "id": "mine",
              "family": "moonshine",
              "description": "a model of mine",
              "languages": ["en"],
              "licence": "MIT",
              "files": [{"name": "model.onnx", "bytes": 7, "sha256": "{{new string('a', 64)}}"}],
              "sources": [[{
                "type": "npm", "package": "p", "version": "1.0.0", "integrity": "sha512-{{Convert.ToBase64String(new byte[64])}}",
                "files": {"package/m": "model.onnx"}
              }]]
            }
          ]
        }
        """)!.AsObject();
}
