namespace Lectern.Library;

/// <summary>Orders titles as people do: capitals do not matter, and numbers come by their size.</summary>
internal sealed class TitleOrder : IComparer<string>
{
    /// <summary>The order.</summary>
    internal static readonly TitleOrder Default = new();

    public int Compare(string? x, string? y)
    {
        var left = (x ?? "").AsSpan();
        var right = (y ?? "").AsSpan();
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var a = left[..Run(left)];
            var b = right[..Run(right)];
            var order = char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]) ? ByNumber(a, b) : a.CompareTo(b, StringComparison.OrdinalIgnoreCase);
            if (order != 0)
                return order;
            left = left[a.Length..];
            right = right[b.Length..];
        }

        var rest = left.Length.CompareTo(right.Length);
        return rest != 0 ? rest : string.CompareOrdinal(x, y);
    }

    /// <summary>Returns how many characters at the start are all digits, or all none.</summary>
    private static int Run(ReadOnlySpan<char> text)
    {
        var isNumber = char.IsAsciiDigit(text[0]);
        var length = 1;
        while (length < text.Length && char.IsAsciiDigit(text[length]) == isNumber)
            length++;
        return length;
    }

    private static int ByNumber(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left.TrimStart('0');
        right = right.TrimStart('0');
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
    }
}
