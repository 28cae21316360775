namespace Lectern.Notes.Cards.Clauses;

/// <summary>Puts the spaces and marks of a text that was put together of pieces right.</summary>
internal static class Spoken
{
    /// <summary>Returns the text with single spaces and no mark at its end but one.</summary>
    public static string Tidy(string text)
    {
        var joined = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return joined.Replace(" ,", ",", StringComparison.Ordinal).Replace(" ?", "?", StringComparison.Ordinal).Replace(" .", ".", StringComparison.Ordinal)
            .Replace(",?", "?", StringComparison.Ordinal).Replace(",.", ".", StringComparison.Ordinal);
    }
}
