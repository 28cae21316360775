using System.Runtime.InteropServices;

namespace Lectern.Notes.Words;

/// <summary>How a lemma is used.</summary>
/// <param name="Noun">How common it is as a noun: 0 never, 1 rare, each further step about twice as common, at most 9.</param>
/// <param name="Verb">How common it is as a verb, likewise.</param>
/// <param name="Adjective">How common it is as an adjective, likewise.</param>
/// <param name="Adverb">How common it is as an adverb, likewise.</param>
/// <param name="Kind">What its most usual sense as a noun is.</param>
/// <param name="IsName">Whether that sense is a proper name.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LexiconEntry(int Noun, int Verb, int Adjective, int Adverb, NounKind Kind, bool IsName);
