using System.Text.Json.Nodes;
using Lectern.Inference.Tests.Catalog;
using Lectern.Inference.Text;

namespace Lectern.Inference.Tests.Text;

public sealed class TokenizerFileTests
{
    [Theory]
    [InlineData("", "JSON")]
    [InlineData("{", "JSON")]
    [InlineData("[]", "Object")]
    [InlineData("{}", "'model'")]
    [InlineData("""{"model": {"type": "Unigram"}}""", "'Unigram'")]
    [InlineData("""{"model": {"type": "BPE", "vocab": {}, "merges": []}}""", "decoder")]
    [InlineData("""{"decoder": {"type": "WordPiece"}, "model": {"vocab": {}, "merges": []}}""", "decoder")]
    [InlineData("""{"decoder": {"type": "ByteLevel"}, "model": {"vocab": {"a": "b"}, "merges": []}}""", "Number")]
    [InlineData("""{"decoder": {"type": "ByteLevel"}, "model": {"vocab": [], "merges": []}}""", "Object")]
    public void A_malformed_file_gives_an_error_that_names_the_file_and_the_defect(string content, string defect)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["tokenizer.json"], content);

        var error = Assert.Throws<ModelException>(() => BpeTokenizer.Load(folder["tokenizer.json"]));

        Assert.Contains(folder["tokenizer.json"], error.Message, StringComparison.Ordinal);
        Assert.Contains(defect, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model.merges", """["a z"]""", "'z'")]
    [InlineData("model.merges", """["a"]""", "not a pair")]
    [InlineData("model.merges", """[["a", "b", "c"]]""", "not a pair")]
    [InlineData("model.merges", "null", "'merges'")]
    [InlineData("model.dropout", "0.1", "dropout")]
    [InlineData("model.end_of_word_suffix", "\"</w>\"", "end_of_word_suffix")]
    [InlineData("model.unk_token", "\"<none>\"", "<none>")]
    [InlineData("model.vocab", """{"a": 0, "b": 0}""", "id 0")]
    [InlineData("model.vocab", """{"a": -1}""", "-1")]
    [InlineData("model.vocab", """{"a": 2147483647}""", "2147483647")]
    [InlineData("model.vocab", """{"日": 0}""", "'日'")]
    [InlineData("added_tokens", """[{"id": 1, "content": "a"}]""", "'a'")]
    [InlineData("added_tokens", """[{"id": 300, "content": "x1"}, {"id": 301, "content": "x1"}]""", "twice")]
    [InlineData("added_tokens", """[{"id": 300, "content": "x1", "lstrip": true}]""", "lstrip")]
    [InlineData("added_tokens", """[{"id": 300}]""", "'content'")]
    [InlineData("normalizer", """{"type": "NFC"}""", "'NFC'")]
    [InlineData("normalizer", """{"type": "Replace", "pattern": {"Regex": "a+"}, "content": ""}""", "pattern")]
    [InlineData("pre_tokenizer", """{"type": "Whitespace"}""", "ByteLevel")]
    [InlineData("decoder", """{"type": "Sequence", "decoders": [{"type": "ByteLevel"}, {"type": "CTC"}]}""", "'CTC'")]
    public void A_defect_in_one_place_is_named(string place, string value, string defect)
    {
        var definition = TinyTokenizers.ByteLevel();
        var parent = place.StartsWith("model.", StringComparison.Ordinal) ? definition["model"]!.AsObject() : definition;
        parent[place.Split('.')[^1]] = JsonNode.Parse(value);
        if (place is "model.vocab")
            parent["merges"] = new JsonArray();

        var error = Assert.Throws<ModelException>(() => TinyTokenizers.Load(definition));

        Assert.Contains("tokenizer.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(defect, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<ModelException>(() => BpeTokenizer.Load(folder["tokenizer.json"]));

        Assert.Contains(folder["tokenizer.json"], error.Message, StringComparison.Ordinal);
    }
}
