using System.Runtime.InteropServices;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>A run of words of a sentence.</summary>
/// <param name="First">Index of the first word.</param>
/// <param name="End">Index after the last word.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Span(int First, int End)
{
    /// <summary>Number of words.</summary>
    public int Length => End - First;

    /// <summary>Whether there is no word in it.</summary>
    public bool IsEmpty => End <= First;
}
