namespace Lectern.Library;

/// <summary>A part of a line that was found.</summary>
/// <param name="Text">The part, never empty.</param>
/// <param name="IsMatch">Whether it is what was searched for.</param>
public sealed record TextPart(string Text, bool IsMatch)
{
    /// <summary>Set before a match by the database; search lines hold no control characters.</summary>
    internal const char Begin = '\u0002';

    /// <summary>Set after a match.</summary>
    internal const char End = '\u0003';

    /// <summary>Divides a text at the marks.</summary>
    internal static IReadOnlyList<TextPart> Divide(string marked)
    {
        var parts = new List<TextPart>();
        var (start, isMatch) = (0, false);
        for (var i = 0; i <= marked.Length; i++)
        {
            if (i < marked.Length && marked[i] is not (Begin or End))
                continue;
            if (i > start)
                parts.Add(new TextPart(marked[start..i], isMatch));
            (start, isMatch) = (i + 1, i < marked.Length && marked[i] == Begin);
        }

        return parts;
    }
}
