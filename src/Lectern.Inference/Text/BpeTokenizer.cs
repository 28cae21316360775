using System.Buffers;
using System.Text;

namespace Lectern.Inference.Text;

/// <summary>Turns text into the numbers that a model reads and writes, and back, by the model's <c>tokenizer.json</c>.</summary>
/// <remarks>
/// Byte-pair encoding in its two common forms: byte-level (GPT-2, Whisper) and text with byte fallback (Llama, Moonshine). What a
/// file asks for beyond that is refused when it is loaded, except its post-processor: the caller puts start and end tokens where
/// its model wants them. Thread-safe.
/// </remarks>
public sealed class BpeTokenizer
{
    private readonly TokenizerDefinition _definition;
    private readonly BytePairMerger _merger;
    private readonly PieceTable _pieces;
    private readonly SearchValues<string> _addedContents;
    private readonly AddedToken[] _addedTokens;

    private BpeTokenizer(TokenizerDefinition definition)
    {
        _definition = definition;
        _pieces = new PieceTable(definition);
        _merger = new BytePairMerger(definition.Merges, definition.Vocabulary);
        _addedTokens = [.. definition.AddedTokens.OrderByDescending(token => token.Content.Length)];
        _addedContents = SearchValues.Create([.. _addedTokens.Select(token => token.Content)], StringComparison.Ordinal);
    }

    /// <summary>Gets the number of ids of the tokenizer, from 0 to the highest one. A model may have more, as padding.</summary>
    public int VocabularySize => _pieces.Count;

    /// <summary>Loads a tokenizer.</summary>
    /// <param name="file">Path of a <c>tokenizer.json</c>.</param>
    /// <exception cref="ModelException">The file is missing, malformed, or needs a step that is not supported; the message says which.</exception>
    public static BpeTokenizer Load(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var definition = TokenizerFile.Read(file);
        try
        {
            return new BpeTokenizer(definition);
        }
        catch (FormatException error)
        {
            throw new ModelException($"The tokenizer file '{file}' cannot be used: {error.Message}. Fetch the model again with 'lectern models get'.", error);
        }
    }

    /// <summary>Returns the id of a piece or an added token as the vocabulary writes it, for example <c>▁the</c> or <c>&lt;/s&gt;</c>.</summary>
    /// <param name="token">The piece.</param>
    /// <returns>The id; null where there is none.</returns>
    public int? IdOf(string token) => _definition.Vocabulary.TryGetValue(token, out var id) ? id : null;

    /// <summary>Returns the text that ids stand for.</summary>
    /// <param name="ids">Ids in the order of the text. Special tokens and ids outside the vocabulary stand for nothing.</param>
    /// <returns>The text; bytes that are no UTF-8 become U+FFFD, and the space that encoding put in front is gone where the file says so.</returns>
    public string Decode(IReadOnlyList<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var length = 0;
        for (var k = 0; k < ids.Count; k++)
            length += _pieces[ids[k]].Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var end = 0;
            for (var k = 0; k < ids.Count; k++)
            {
                var piece = _pieces[ids[k]];
                piece.CopyTo(buffer.AsSpan(end));
                end += piece.Length;
            }

            var text = buffer.AsSpan(0, end);
            for (var k = 0; k < _definition.StrippedSpaces && text is [(byte)' ', ..]; k++)
                text = text[1..];
            return Encoding.UTF8.GetString(text);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Returns the ids of a text, without start or end tokens.</summary>
    /// <param name="text">Any text. Where it has an added token as that is written, for example <c>&lt;s&gt;</c>, it becomes that token.</param>
    /// <returns>The ids; characters that the vocabulary cannot write become its unknown token, or nothing where it has none.</returns>
    public IReadOnlyList<int> Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int> ids = [];
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var start = rest.IndexOfAny(_addedContents);
            EncodeText(rest[..(start < 0 ? rest.Length : start)], ids);
            if (start < 0)
                break;
            var token = TokenAt(rest[start..]);
            ids.Add(token.Id);
            rest = rest[(start + token.Content.Length)..];
        }

        return ids;
    }

    private AddedToken TokenAt(ReadOnlySpan<char> text)
    {
        // The longest first, so that <|a|><|b|> never hides inside a shorter neighbour.
        foreach (var token in _addedTokens)
        {
            if (text.StartsWith(token.Content, StringComparison.Ordinal))
                return token;
        }

        throw new InvalidOperationException("No added token stands where one was found.");
    }

    private void EncodeText(ReadOnlySpan<char> text, List<int> ids)
    {
        var normalized = _definition.Normalize(text.ToString());
        if (normalized.Length == 0)
            return;
        List<int> word = [];
        foreach (var characters in _definition.Split(normalized))
        {
            word.Clear();
            if (_definition.IgnoresMerges && _definition.Vocabulary.TryGetValue(characters, out var whole))
            {
                ids.Add(whole);
                continue;
            }

            foreach (var rune in characters.EnumerateRunes())
                AddCharacter(rune, word);
            _merger.Apply(word);
            ids.AddRange(word);
        }
    }

    private void AddCharacter(Rune rune, List<int> word)
    {
        if (_definition.Vocabulary.TryGetValue(rune.ToString(), out var id))
            word.Add(id);
        else if (!_definition.HasByteFallback || !TryAddBytes(rune, word))
            AddUnknown(word);
    }

    private bool TryAddBytes(Rune rune, List<int> word)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = rune.EncodeToUtf8(bytes);
        Span<int> found = stackalloc int[count];
        for (var k = 0; k < count; k++)
        {
            if (!_definition.Vocabulary.TryGetValue($"<0x{bytes[k]:X2}>", out found[k]))
                return false;
        }

        word.AddRange(found);
        return true;
    }

    private void AddUnknown(List<int> word)
    {
        if (_definition.Unknown is { } unknown && !(_definition.FusesUnknown && word is [.., var last] && last == unknown))
            word.Add(unknown);
    }
}
