using System.Globalization;
using System.Text;

namespace Lectern.Ingest;

/// <summary>Makes a file's name fit for people's eyes: no folders, nothing that is not seen, not too long. It is never used as a path.</summary>
public static class HarmlessName
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    private const string Nameless = "recording";
    private const int MaxExtension = 12;

    /// <summary>Returns the harmless form of a name.</summary>
    /// <param name="name">A name from anywhere; null for none.</param>
    public static string Of(string? name)
    {
        var file = (name ?? "").Split('/', '\\')[^1];
        var shown = new StringBuilder(Math.Min(file.Length, MaxLength));
        foreach (var rune in file.EnumerateRunes())
        {
            if (IsSpace(rune))
                shown.Append(shown.Length > 0 && shown[^1] != ' ' ? " " : "");
            else if (IsSeen(rune))
                shown.Append(rune);
        }

        var harmless = Shorten(shown.ToString().TrimEnd());
        return harmless.Trim('.', ' ').Length == 0 ? Nameless : harmless;
    }

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune);

    // Format characters are left out too: among them those that turn the direction of text, so that "exe.3pm" reads "mp3.exe".
    private static bool IsSeen(Rune rune) => rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);

    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength)
            return name;
        var extension = Path.GetExtension(name) is { Length: <= MaxExtension } ending ? ending : "";
        var end = MaxLength - extension.Length;
        if (char.IsHighSurrogate(name[end - 1]))
            end--;
        return name[..end].TrimEnd() + extension;
    }
}
