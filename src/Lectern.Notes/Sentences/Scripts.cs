namespace Lectern.Notes.Sentences;

/// <summary>What has to be known of writing systems to cut and measure text.</summary>
internal static class Scripts
{
    /// <summary>Whether the script of a code point is written without spaces between words (Han, Kana, Thai, Lao, Khmer, Burmese).</summary>
    /// <param name="codePoint">A Unicode code point.</param>
    public static bool IsUnspaced(int codePoint) => IsWide(codePoint) && !IsHangul(codePoint)
        || codePoint is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF);

    /// <summary>Whether a code point takes the room of two Latin letters in a subtitle (East Asian wide and fullwidth forms).</summary>
    /// <param name="codePoint">A Unicode code point.</param>
    public static bool IsWide(int codePoint) => codePoint is (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x33FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF01 and <= 0xFF60)
        or (>= 0x20000 and <= 0x3FFFD) || IsHangul(codePoint);

    private static bool IsHangul(int codePoint) => codePoint is (>= 0x1100 and <= 0x115F) or (>= 0xAC00 and <= 0xD7A3);
}
