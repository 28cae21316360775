namespace Lectern.Inference.Text;

/// <summary>What a <c>tokenizer.json</c> says, checked and reduced to the steps that <see cref="BpeTokenizer"/> can do.</summary>
internal sealed record TokenizerDefinition
{
    /// <summary>Gets the ids of the pieces, added tokens included.</summary>
    public required Dictionary<string, int> Vocabulary { get; init; }

    /// <summary>Gets the pairs of pieces that merge, most urgent first.</summary>
    public required List<(string Left, string Right)> Merges { get; init; }

    /// <summary>Gets the tokens outside the merges.</summary>
    public required List<AddedToken> AddedTokens { get; init; }

    /// <summary>Gets whether pieces are written in the <see cref="ByteAlphabet"/>.</summary>
    public required bool IsByteLevel { get; init; }

    /// <summary>Gets whether a character outside the vocabulary is written as byte pieces <c>&lt;0xNN&gt;</c>.</summary>
    public required bool HasByteFallback { get; init; }

    /// <summary>Gets whether a word that is itself a piece is taken whole, without merging.</summary>
    public required bool IgnoresMerges { get; init; }

    /// <summary>Gets what is done to a text first; an empty text stays empty.</summary>
    public required Func<string, string> Normalize { get; init; }

    /// <summary>Gets how a text is cut into words, inside which pieces merge; in a byte-level file they come out in the <see cref="ByteAlphabet"/>.</summary>
    public required Func<string, IEnumerable<string>> Split { get; init; }

    /// <summary>Gets the replacements made in each piece when decoding, in order.</summary>
    public required List<(string Pattern, string Content)> PieceReplacements { get; init; }

    /// <summary>Gets the number of spaces that decoding strips from the start.</summary>
    public required int StrippedSpaces { get; init; }

    /// <summary>Gets the id for characters that cannot be written; null where the file names none.</summary>
    public required int? Unknown { get; init; }

    /// <summary>Gets whether neighbouring characters that cannot be written become one unknown token.</summary>
    public required bool FusesUnknown { get; init; }
}
