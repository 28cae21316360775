using System.Text;
using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Sentences;

/// <summary>Gives the sentences of a transcript as notes are to read them, in the same number and places.</summary>
/// <remarks>English only; other languages stay as they are. Pure and thread-safe.</remarks>
public static class ReadableSentences
{
    /// <summary>Returns the sentences with the words that notes may use.</summary>
    /// <param name="sentences">The sentences of a transcript in order.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <returns>
    /// The sentences without full stops inside them, without capitals that only say where the recogniser began anew, and with spoken years in figures.
    /// What the recording says of itself (<see cref="Notices"/>) has no words at all.
    /// </returns>
    public static IReadOnlyList<Sentence> Of(IReadOnlyList<Sentence> sentences, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        if (!LanguageTag.IsEnglish(language))
            return sentences;
        var notices = Notices.Find(sentences, language);
        return [.. sentences.Select((sentence, index) => sentence with { Text = notices.Contains(index) ? string.Empty : SpokenYears.Write(Mend(sentence.Text)) })];
    }

    private static string Mend(string text)
    {
        var stops = SentenceBoundaries.Find(text, "en", isCased: false).Where(end => SentenceBoundaries.IsFullStop(text, end)).ToArray();
        var mended = new StringBuilder(text);
        foreach (var end in stops.Reverse())
        {
            var next = WordAt(text, end + 1);
            if (IsOrdinary(text, end + 1, next))
                mended[end + 1] = char.ToLowerInvariant(text[end + 1]);
            var isRelative = FalseStops.IsRelative(next.ToLowerInvariant());
            if (isRelative)
                mended[end - 1] = ',';
            else
                mended.Remove(end - 1, 1);
        }

        return WithoutCapitals(mended.ToString());
    }

    // ", The invention of letters": a window of the recogniser began there.
    private static string WithoutCapitals(string text)
    {
        var mended = new StringBuilder(text);
        for (var comma = text.IndexOf(", ", StringComparison.Ordinal); comma >= 0; comma = text.IndexOf(", ", comma + 1, StringComparison.Ordinal))
        {
            if (!text.Contains('?', StringComparison.Ordinal) && IsOrdinary(text, comma + 2, WordAt(text, comma + 2)))
                mended[comma + 2] = char.ToLowerInvariant(text[comma + 2]);
        }

        return mended.ToString();
    }

    // A function word that no name goes on after.
    private static bool IsOrdinary(string text, int start, string word)
    {
        if (word.Length < 2 || !char.IsUpper(word[0]) || ClosedClass.Of(word.ToLowerInvariant()).Count == 0 || word.Skip(1).Any(char.IsUpper))
            return false;
        var after = start + word.Length + 1;
        return after >= text.Length || !char.IsUpper(text[after]);
    }

    private static string WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\'' or '’'))
            end++;
        return start < text.Length ? text[start..end] : string.Empty;
    }
}
