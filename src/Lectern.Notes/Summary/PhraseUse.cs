using System.Runtime.InteropServices;

namespace Lectern.Notes.Summary;

/// <summary>One use of a phrase.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Start">Index of the first UTF-16 unit in the sentence's text.</param>
/// <param name="End">Index after the last one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PhraseUse(int Sentence, int Start, int End);
