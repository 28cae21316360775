using System.Text;
using System.Text.Json.Nodes;
using Lectern.Inference.Text;

namespace Lectern.Inference.Tests.Text;

public sealed class LlamaTokenizerPackageTests
{
    private static readonly string Vocabulary = string.Join('\n', TinyTokenizers.ByteFallback()["model"]!["vocab"]!.AsObject().Select(pair => pair.Key));
    private static readonly byte[] Merges = [.. Pair(259, 260), .. Pair(261, 262), .. Pair(264, 265), .. Pair(263, 263)];

    [Fact]
    public void The_packages_two_constants_become_a_tokenizer()
    {
        var json = LlamaTokenizerPackage.Convert(Script(Vocabulary, Merges));

        var tokenizer = TinyTokenizers.Load(JsonNode.Parse(json)!.AsObject());
        Assert.Equal([266, 259, 267], tokenizer.Encode("the aa"));
        Assert.Equal("the 🎓", tokenizer.Decode([1, .. tokenizer.Encode("the 🎓"), 2]));
        Assert.Equal(268, tokenizer.VocabularySize);
    }

    [Fact]
    public void A_script_without_a_constant_is_refused()
    {
        var error = Assert.Throws<FormatException>(() => LlamaTokenizerPackage.Convert("const llama_vocab_base64 = \"PHVuaz4KPHM+Cjwvcz4=\""u8));

        Assert.Contains("llama_merges_binary", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_that_contradict_each_other_are_refused()
    {
        Assert.Throws<FormatException>(() => LlamaTokenizerPackage.Convert(Script("a\nb\nc", [])));
        Assert.Throws<FormatException>(() => LlamaTokenizerPackage.Convert(Script(Vocabulary, Pair(0, 9999))));
        Assert.Throws<FormatException>(() => LlamaTokenizerPackage.Convert(Script(Vocabulary, [1, 2, 3])));
        Assert.Throws<FormatException>(() => LlamaTokenizerPackage.Convert("const llama_vocab_base64 = \"*\""u8));
    }

    private static byte[] Pair(int left, int right) => [(byte)left, (byte)(left >> 8), (byte)right, (byte)(right >> 8)];

    private static byte[] Script(string vocabulary, byte[] merges) => Encoding.UTF8.GetBytes(
        $"export class T {{}}\nconst llama_vocab_base64 = \"{Convert.ToBase64String(Encoding.UTF8.GetBytes(vocabulary))}\";\n\nconst llama_merges_binary = \"{Convert.ToBase64String(merges)}\";\n");
}
