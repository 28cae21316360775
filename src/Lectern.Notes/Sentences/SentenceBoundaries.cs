namespace Lectern.Notes.Sentences;

/// <summary>Finds where sentences end in punctuated text.</summary>
/// <remarks>
/// Rules in the manner of Grefenstette and Tapanainen, "What is a word, what is a sentence?" (1994): a point ends a sentence unless it
/// belongs to an abbreviation, an initial, a number or an ellipsis, judged by the word before it and the case of the word after it.
/// </remarks>
internal static class SentenceBoundaries
{
    /// <summary>Returns the indices after the last character of each sentence, without the end of the text.</summary>
    /// <param name="text">Text with single spaces.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="isCased">Whether the text writes sentences with a capital, so that a small letter means the sentence goes on.</param>
    public static List<int> Find(string text, string language, bool isCased)
    {
        var ends = new List<int>();
        var stopWords = StopWords.For(language);
        var start = 0;
        var index = 0;
        while (index < text.Length)
        {
            if (!IsTerminator(text[index]))
            {
                index++;
                continue;
            }

            var end = SkipTerminators(text, index, out var afterRun);
            var next = end < text.Length && text[end] == ' ' ? end + 1 : end;
            if (next < text.Length && (next > end || IsWideTerminator(text[afterRun - 1]))
                && Ends(new Candidate(text, start, index, afterRun, next, language, stopWords, isCased)))
            {
                ends.Add(end);
                start = next;
            }

            index = end;
        }

        return ends;
    }

    /// <summary>Whether a character can end a sentence.</summary>
    public static bool IsTerminator(char letter) => letter is '.' or '?' or '!' or '…' or '؟' or '۔' or '।' or '‼' or '⁇' || IsWideTerminator(letter);

    /// <summary>Whether a single point stands before a place in a text, and a letter or digit before that.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Index after the point.</param>
    public static bool IsFullStop(string text, int end) => end > 1 && text[end - 1] == '.' && char.IsLetterOrDigit(text[end - 2]);

    private static bool IsWideTerminator(char letter) => letter is '。' or '！' or '？' or '｡';

    private static bool IsCloser(char letter) => letter is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '}' or '」' or '』' or '）';

    private static int SkipTerminators(string text, int index, out int afterRun)
    {
        while (index < text.Length && IsTerminator(text[index]))
            index++;
        afterRun = index;
        while (index < text.Length && IsCloser(text[index]))
            index++;
        return index;
    }

    private static bool Ends(in Candidate candidate)
    {
        var nextWord = candidate.NextWord();
        var goesOnSmall = candidate.IsCased && nextWord.Length > 0 && char.IsLower(nextWord[0]);
        if (goesOnSmall)
            return false;
        var isSinglePoint = candidate.RunEnd - candidate.Run == 1 && candidate.Text[candidate.Run] == '.';
        return !isSinglePoint || PointEnds(candidate, nextWord);
    }

    private static bool PointEnds(in Candidate candidate, string nextWord)
    {
        var word = candidate.WordBefore();
        var startsNumber = nextWord.Length > 0 && char.IsDigit(nextWord[0]);
        if (word.Length == 0 || Abbreviations.Continues(word) || (startsNumber && Abbreviations.ContinuesBeforeNumber(word)))
            return false;
        if (word.All(char.IsDigit) && (candidate.IsWholeSentence(word) || IsGermanOrdinal(candidate.Language, word)))
            return false;
        if (word.Length == 1 && char.IsLetter(word[0]) && !string.Equals(word, "I", StringComparison.Ordinal)
            || Abbreviations.MayEndSentence(word))
        {
            return nextWord.Length > 0 && char.IsUpper(nextWord[0]) && nextWord.Length > 1
                && candidate.StopWords.Contains(nextWord.ToLowerInvariant());
        }

        return true;
    }

    private static bool IsGermanOrdinal(string language, string word) =>
        word.Length <= 2 && string.Equals(LanguageTag.Primary(language), "de", StringComparison.Ordinal);

    /// <summary>A place where a sentence may end.</summary>
    private readonly record struct Candidate(
        string Text, int SentenceStart, int Run, int RunEnd, int Next, string Language, IReadOnlySet<string> StopWords, bool IsCased)
    {
        public string WordBefore()
        {
            var start = Run;
            while (start > SentenceStart && Text[start - 1] != ' ' && !IsOpener(Text[start - 1]))
                start--;
            return Text[start..Run];
        }

        public string NextWord()
        {
            var start = Next;
            while (start < Text.Length && !char.IsLetterOrDigit(Text[start]) && Text[start] != ' ')
                start++;
            var end = start;
            while (end < Text.Length && (char.IsLetterOrDigit(Text[end]) || Text[end] is '\'' or '’'))
                end++;
            return Text[start..end];
        }

        public bool IsWholeSentence(string word) => Run - SentenceStart == word.Length;

        private static bool IsOpener(char letter) => letter is '(' or '[' or '{' or '"' or '“' or '„' or '‘' or '«' or '—' or '–';
    }
}
