using System.Text.Json;

namespace Lectern.Inference.Text;

/// <summary>Reads <c>tokenizer.json</c>, the file format of Hugging Face's tokenizers, as far as <see cref="BpeTokenizer"/> can follow it.</summary>
/// <remarks>A step that is not known is an error, never skipped: a text encoded without it would look right and be wrong.</remarks>
internal static class TokenizerFile
{
    // Ten times the largest vocabulary known; a damaged file must not ask for gigabytes.
    private const int HighestId = 4_000_000;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Path of the file.</param>
    /// <exception cref="ModelException">The file is missing, is not JSON, is no tokenizer of the two known kinds, or contradicts itself.</exception>
    internal static TokenizerDefinition Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is FormatException or JsonException or InvalidOperationException)
        {
            throw new ModelException(
                $"The tokenizer file '{file}' cannot be used: {error.Message.TrimEnd('.')}. Fetch the model again with 'lectern models get'.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The tokenizer file '{file}' cannot be read: {error.Message}", error);
        }
    }

    private static TokenizerDefinition Read(JsonElement root)
    {
        var model = Require(root, "model");
        RefuseOtherModels(model);
        var isByteLevel = TokenizerSteps.ReadsBytes(Child(root, "decoder"));
        var added = ReadAddedTokens(root);
        var vocabulary = ReadVocabulary(model, added);
        var decoder = TokenizerSteps.ReadDecoder(Child(root, "decoder"));
        return new TokenizerDefinition
        {
            Vocabulary = vocabulary,
            Merges = [.. Require(model, "merges").EnumerateArray().Select(ReadMerge)],
            AddedTokens = added,
            IsByteLevel = isByteLevel,
            HasByteFallback = IsTrue(model, "byte_fallback"),
            IgnoresMerges = IsTrue(model, "ignore_merges"),
            Normalize = TokenizerSteps.ReadNormalizer(Child(root, "normalizer")),
            Split = TokenizerSteps.ReadPreTokenizer(Child(root, "pre_tokenizer"), isByteLevel),
            PieceReplacements = decoder.Replacements,
            StrippedSpaces = decoder.StrippedSpaces,
            Unknown = ReadUnknown(model, vocabulary),
            FusesUnknown = IsTrue(model, "fuse_unk"),
        };
    }

    /// <summary>Returns a property that is there and not null.</summary>
    internal static JsonElement? Child(JsonElement element, string name) =>
        element.TryGetProperty(name, out var child) && child.ValueKind != JsonValueKind.Null ? child : null;

    /// <summary>Returns a property that must be there.</summary>
    internal static JsonElement Require(JsonElement element, string name) =>
        Child(element, name) ?? throw new FormatException($"a part of it has no '{name}'");

    /// <summary>Returns whether a property is there and true.</summary>
    internal static bool IsTrue(JsonElement element, string name) => Child(element, name)?.GetBoolean() ?? false;

    private static void RefuseOtherModels(JsonElement model)
    {
        if (Child(model, "type") is { } type && !type.ValueEquals("BPE"))
            throw new FormatException($"its model is of the type '{type}', and only 'BPE' is supported");
        if (Child(model, "dropout") is { } dropout && dropout.GetDouble() != 0)
            throw new FormatException("it drops merges at random ('dropout'), which only training needs");
        foreach (var affix in new[] { "continuing_subword_prefix", "end_of_word_suffix" })
        {
            if (Child(model, affix)?.GetString() is { Length: > 0 })
                throw new FormatException($"its '{affix}' is not supported");
        }
    }

    private static List<AddedToken> ReadAddedTokens(JsonElement root)
    {
        if (Child(root, "added_tokens") is not { } tokens)
            return [];
        List<AddedToken> added = [.. tokens.EnumerateArray().Select(ReadAddedToken)];
        return added.GroupBy(token => token.Content, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice
            ? throw new FormatException($"it has the added token '{twice.Key}' twice")
            : added;
    }

    private static AddedToken ReadAddedToken(JsonElement token)
    {
        var content = Text(Require(token, "content"), "an added token");
        foreach (var setting in new[] { "single_word", "lstrip", "rstrip" })
        {
            if (IsTrue(token, setting))
                throw new FormatException($"the setting '{setting}' of its added token '{content}' is not supported");
        }

        return new AddedToken(Require(token, "id").GetInt32(), content, IsTrue(token, "special"));
    }

    private static Dictionary<string, int> ReadVocabulary(JsonElement model, List<AddedToken> added)
    {
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var piece in Require(model, "vocab").EnumerateObject())
        {
            if (!vocabulary.TryAdd(piece.Name, piece.Value.GetInt32()))
                throw new FormatException($"its vocabulary has the piece '{piece.Name}' twice");
        }

        foreach (var token in added)
        {
            if (!vocabulary.TryAdd(token.Content, token.Id) && vocabulary[token.Content] != token.Id)
                throw new FormatException($"the added token '{token.Content}' has the id {token.Id}, but the vocabulary gives it {vocabulary[token.Content]}");
        }

        return vocabulary.FirstOrDefault(pair => pair.Value is < 0 or > HighestId) is { Key: { } outside } wrong
            ? throw new FormatException($"its piece '{outside}' has the id {wrong.Value}; ids go from 0 to {HighestId}")
            : vocabulary;
    }

    private static int? ReadUnknown(JsonElement model, Dictionary<string, int> vocabulary)
    {
        if (Child(model, "unk_token") is not { } unknown)
            return null;
        return vocabulary.TryGetValue(Text(unknown, "its unknown token"), out var id)
            ? id
            : throw new FormatException($"its unknown token '{unknown}' is not in its vocabulary");
    }

    private static (string Left, string Right) ReadMerge(JsonElement merge)
    {
        if (merge.ValueKind == JsonValueKind.Array && merge.GetArrayLength() == 2)
            return (Text(merge[0], "a merge"), Text(merge[1], "a merge"));
        if (merge.ValueKind == JsonValueKind.String && merge.GetString()!.Split(' ') is [{ Length: > 0 } left, { Length: > 0 } right])
            return (left, right);
        throw new FormatException($"the merge {merge.GetRawText()} is not a pair of pieces");
    }

    private static string Text(JsonElement element, string what) =>
        element.GetString() is { Length: > 0 } text ? text : throw new FormatException($"{what} is empty");
}
