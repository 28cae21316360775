namespace Lectern.Notes.Sentences;

/// <summary>Reads language tags.</summary>
internal static class LanguageTag
{
    /// <summary>Returns the primary language of a BCP 47 tag in lower case: "en" of "en-GB".</summary>
    public static string Primary(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Split('-', '_')[0].ToLowerInvariant();
    }

    /// <summary>Whether the rules that know English words may be used.</summary>
    public static bool IsEnglish(string language) => string.Equals(Primary(language), "en", StringComparison.Ordinal);
}
