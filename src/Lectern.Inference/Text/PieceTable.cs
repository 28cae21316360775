using System.Globalization;
using System.Text;

namespace Lectern.Inference.Text;

/// <summary>The UTF-8 bytes that each id stands for, side by side in one array.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PieceTable
{
    private readonly byte[] _bytes;
    private readonly int[] _starts;

    /// <summary>Lays out the pieces of a tokenizer; special tokens and ids without a piece stand for nothing.</summary>
    /// <param name="definition">The tokenizer.</param>
    /// <exception cref="FormatException">A piece of a byte-level vocabulary has a character outside the byte alphabet, or two pieces share an id.</exception>
    internal PieceTable(TokenizerDefinition definition)
    {
        var added = definition.AddedTokens.ToDictionary(token => token.Content, StringComparer.Ordinal);
        var pieces = new byte[definition.Vocabulary.Values.DefaultIfEmpty(-1).Max() + 1][];
        foreach (var (piece, id) in definition.Vocabulary)
        {
            if (pieces[id] is not null)
                throw new FormatException($"its vocabulary gives the id {id} to two pieces, one of them '{piece}'");
            pieces[id] = added.TryGetValue(piece, out var token)
                ? token.IsSpecial ? [] : Encoding.UTF8.GetBytes(piece)
                : BytesOf(piece, definition);
        }

        _starts = new int[pieces.Length + 1];
        for (var id = 0; id < pieces.Length; id++)
            _starts[id + 1] = _starts[id] + (pieces[id]?.Length ?? 0);
        _bytes = new byte[_starts[^1]];
        for (var id = 0; id < pieces.Length; id++)
            pieces[id]?.CopyTo(_bytes, _starts[id]);
    }

    /// <summary>Gets the number of ids, from 0 to the highest one that has a piece.</summary>
    internal int Count => _starts.Length - 1;

    /// <summary>Gets the bytes of an id; none for an id that is not in the table.</summary>
    /// <param name="id">The id; any number.</param>
    internal ReadOnlySpan<byte> this[int id] => (uint)id < (uint)Count ? _bytes.AsSpan(_starts[id].._starts[id + 1]) : [];

    private static byte[] BytesOf(string piece, TokenizerDefinition definition)
    {
        if (definition.IsByteLevel)
            return ByteAlphabet.Read(piece) ?? throw new FormatException($"its piece '{piece}' has characters that are not of the byte-level alphabet");
        if (piece is ['<', '0', 'x', _, _, '>'] && byte.TryParse(piece.AsSpan(3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return [value];
        return Encoding.UTF8.GetBytes(definition.PieceReplacements.Aggregate(
            piece, static (text, step) => text.Replace(step.Pattern, step.Content, StringComparison.Ordinal)));
    }
}
