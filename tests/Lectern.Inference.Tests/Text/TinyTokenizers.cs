using System.Text.Json;
using System.Text.Json.Nodes;
using Lectern.Inference.Tests.Catalog;
using Lectern.Inference.Text;

namespace Lectern.Inference.Tests.Text;

/// <summary>Makes tokenizers of a few hundred pieces, in the two forms.</summary>
internal static class TinyTokenizers
{
    internal static BpeTokenizer Load(JsonObject definition)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["tokenizer.json"], definition.ToJsonString());
        return BpeTokenizer.Load(folder["tokenizer.json"]);
    }

    /// <summary>Ids: 0-2 special, 3-258 bytes, then the letters ▁ t h e a, then the merges ▁t=264 he=265 ▁the=266 aa=267.</summary>
    internal static JsonObject ByteFallback()
    {
        string[] merges = ["▁ t", "h e", "▁t he", "a a"];
        string[] pieces =
        [
            "<unk>", "<s>", "</s>", .. Enumerable.Range(0, 256).Select(value => $"<0x{value:X2}>"),
            "▁", "t", "h", "e", "a", .. merges.Select(merge => merge.Replace(" ", "", StringComparison.Ordinal)),
        ];
        return Parse($$"""
            {
              "added_tokens": [
                {"id": 0, "content": "<unk>", "special": true}, {"id": 1, "content": "<s>", "special": true}, {"id": 2, "content": "</s>", "special": true}
              ],
              "normalizer": {"type": "Sequence", "normalizers": [
                {"type": "Prepend", "prepend": "▁"}, {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}
              ]},
              "decoder": {"type": "Sequence", "decoders": [
                {"type": "Replace", "pattern": {"String": "▁"}, "content": " "}, {"type": "ByteFallback"}, {"type": "Fuse"},
                {"type": "Strip", "content": " ", "start": 1, "stop": 0}
              ]},
              "model": {"type": "BPE", "unk_token": "<unk>", "byte_fallback": true, "vocab": {{Vocabulary(pieces)}}, "merges": {{JsonSerializer.Serialize(merges)}}}
            }
            """);
    }

    /// <summary>Ids: 0-255 the bytes' letters in the order of the bytes, then th=256 the=257 Ġthe=258 ll=259 'll=260, then a special token and a plain one.</summary>
    internal static JsonObject ByteLevel()
    {
        string[] merges = ["t h", "th e", "Ġ the", "l l", "' ll"];
        string[] pieces = [.. Enumerable.Range(0, 256).Select(value => ByteAlphabet.LetterOf((byte)value).ToString()), "th", "the", "Ġthe", "ll", "'ll"];
        return Parse($$"""
            {
              "added_tokens": [{"id": 261, "content": "<|end|>", "special": true}, {"id": 262, "content": "<|0.00|>", "special": false}],
              "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false},
              "decoder": {"type": "ByteLevel"},
              "model": {"type": "BPE", "vocab": {{Vocabulary(pieces)}}, "merges": {{JsonSerializer.Serialize(merges.Select(merge => merge.Split(' ')))}}}
            }
            """);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static string Vocabulary(string[] pieces) =>
        JsonSerializer.Serialize(pieces.Select((piece, id) => (piece, id)).ToDictionary(pair => pair.piece, pair => pair.id, StringComparer.Ordinal));
}
