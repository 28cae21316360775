using System.Text.Json;

namespace Lectern.Inference.Text;

/// <summary>Reads the steps round the merges: what is done to a text before them and to the pieces after them.</summary>
/// <remarks>Throws <see cref="FormatException"/> with the rest of a sentence that begins "The tokenizer file … cannot be used:".</remarks>
internal static class TokenizerSteps
{
    /// <summary>Returns whether pieces are bytes in the <see cref="ByteAlphabet"/>; otherwise they are text, with byte pieces <c>&lt;0xNN&gt;</c>.</summary>
    /// <param name="decoder">The file's decoder.</param>
    internal static bool ReadsBytes(JsonElement? decoder)
    {
        var types = Flatten(decoder, "decoders").Select(TypeOf).ToHashSet(StringComparer.Ordinal);
        return (types.Contains("ByteLevel"), types.Contains("ByteFallback")) switch
        {
            (true, false) => true,
            (false, true) => false,
            _ => throw new FormatException("its decoder must be either 'ByteLevel' or a sequence with 'ByteFallback'"),
        };
    }

    /// <summary>Reads what is done to a text before anything else, in the order of the file.</summary>
    /// <param name="normalizer">The file's normalizer: none, <c>Prepend</c>, <c>Replace</c> or a sequence of these.</param>
    internal static Func<string, string> ReadNormalizer(JsonElement? normalizer)
    {
        List<Func<string, string>> steps = [];
        foreach (var step in Flatten(normalizer, "normalizers"))
        {
            switch (TypeOf(step))
            {
                case "Prepend":
                    var prefix = TokenizerFile.Require(step, "prepend").GetString();
                    steps.Add(text => text.Length == 0 ? text : prefix + text);
                    break;
                case "Replace":
                    var (pattern, content) = ReadReplacement(step);
                    steps.Add(text => text.Replace(pattern, content, StringComparison.Ordinal));
                    break;
                default:
                    throw Unsupported("normalizer", step);
            }
        }

        return text => steps.Aggregate(text, (current, step) => step(current));
    }

    /// <summary>Reads how a text is cut into words.</summary>
    /// <param name="preTokenizer">The file's pre-tokenizer: none, or <c>ByteLevel</c> in a byte-level file.</param>
    /// <param name="isByteLevel">Whether the decoder is byte-level.</param>
    internal static Func<string, IEnumerable<string>> ReadPreTokenizer(JsonElement? preTokenizer, bool isByteLevel)
    {
        var steps = Flatten(preTokenizer, "pretokenizers").ToList();
        if (!isByteLevel)
            return steps is [] ? text => [text] : throw Unsupported("pre-tokenizer", steps[0]);
        if (steps is not [var step] || TypeOf(step) is not "ByteLevel")
            throw new FormatException("its decoder is 'ByteLevel', so 'ByteLevel' must be its only pre-tokenizer");
        // Both settings are true where the file does not speak of them.
        var splits = TokenizerFile.Child(step, "use_regex")?.GetBoolean() ?? true;
        var addsSpace = TokenizerFile.Child(step, "add_prefix_space")?.GetBoolean() ?? true;
        return text =>
        {
            var spaced = addsSpace && !text.StartsWith(' ') ? ' ' + text : text;
            return (splits ? ByteLevelWords.Split(spaced) : [spaced]).Select(word => ByteAlphabet.Write(word));
        };
    }

    /// <summary>Reads what is replaced in each piece and how many spaces are stripped from the start of the text.</summary>
    /// <param name="decoder">The file's decoder.</param>
    internal static (List<(string Pattern, string Content)> Replacements, int StrippedSpaces) ReadDecoder(JsonElement? decoder)
    {
        List<(string, string)> replacements = [];
        var stripped = 0;
        foreach (var step in Flatten(decoder, "decoders"))
        {
            switch (TypeOf(step))
            {
                case "Replace":
                    replacements.Add(ReadReplacement(step));
                    break;
                case "Strip" when TokenizerFile.Require(step, "content").ValueEquals(" ") && TokenizerFile.Require(step, "stop").GetInt32() == 0:
                    stripped = TokenizerFile.Require(step, "start").GetInt32();
                    break;
                case "ByteFallback" or "ByteLevel" or "Fuse":
                    break;
                default:
                    throw Unsupported("decoder", step);
            }
        }

        return (replacements, stripped);
    }

    private static (string Pattern, string Content) ReadReplacement(JsonElement step)
    {
        if (TokenizerFile.Child(TokenizerFile.Require(step, "pattern"), "String")?.GetString() is { Length: > 0 } text)
            return (text, TokenizerFile.Require(step, "content").GetString() ?? "");
        throw new FormatException($"its step {step.GetRawText()} replaces by a pattern, and only plain text is supported");
    }

    private static IEnumerable<JsonElement> Flatten(JsonElement? step, string children)
    {
        if (step is not { } one)
            return [];
        return TypeOf(one) is "Sequence"
            ? TokenizerFile.Require(one, children).EnumerateArray().SelectMany(child => Flatten(child, children))
            : [one];
    }

    private static string? TypeOf(JsonElement step) => TokenizerFile.Require(step, "type").GetString();

    private static FormatException Unsupported(string what, JsonElement step) => new($"its {what} '{TypeOf(step)}' is not supported as it is set there");
}
