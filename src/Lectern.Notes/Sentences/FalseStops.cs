using System.Collections.Frozen;
using Lectern.Notes.Words;

namespace Lectern.Notes.Sentences;

/// <summary>Corrects where a recogniser of English ended sentences: it puts full stops into sentences and small letters after true ones.</summary>
/// <remarks>
/// Judged by the words at the stop and by whether both sides are whole (<see cref="WholeSentence"/>). A sentence as human captions have it is seldom
/// touched. Not thread-safe, since its tagger remembers words.
/// </remarks>
internal sealed class FalseStops
{
    // A longer sentence than this is of no use to a reader, whatever the recogniser meant.
    private const int MostWords = 60;
    private const int FewestWords = 3;

    private static readonly FrozenSet<string> Relatives = Words("which whose whom who");

    private readonly PartOfSpeechTagger _tagger = new();
    private readonly string _text;

    private FalseStops(string text) => _text = text;

    /// <summary>Returns where the sentences of a text begin, corrected.</summary>
    /// <param name="text">English text with single spaces, in which sentences open with capitals.</param>
    /// <param name="starts">The indices of the first characters of its sentences, without the first sentence.</param>
    public static SortedSet<int> Correct(string text, IReadOnlyCollection<int> starts)
    {
        var stops = new FalseStops(text);
        return stops.WithoutFalse(stops.WithMissing(starts));
    }

    /// <summary>Whether a sentence that begins with a word goes on with what was said before it.</summary>
    /// <param name="lower">The word in lower case.</param>
    internal static bool IsRelative(string lower) => Relatives.Contains(lower);

    // "… and France. in 1465 they began …": a stop before a small letter counts where both sides are whole.
    private SortedSet<int> WithMissing(IReadOnlyCollection<int> starts)
    {
        var all = new SortedSet<int>(starts);
        foreach (var end in SentenceBoundaries.Find(_text, "en", isCased: false))
        {
            var start = end + 1;
            if (start >= _text.Length || starts.Contains(start) || !SentenceBoundaries.IsFullStop(_text, end) || !char.IsLower(_text[start]))
                continue;
            var before = all.GetViewBetween(0, start).Max;
            var after = all.GetViewBetween(start, _text.Length) is { Count: > 0 } later ? later.Min : _text.Length;
            if (IsWhole(_text[before..end]) && IsWhole(_text[start..after]))
                all.Add(start);
        }

        return all;
    }

    private SortedSet<int> WithoutFalse(SortedSet<int> starts)
    {
        var kept = new SortedSet<int>();
        var all = starts.Append(_text.Length).ToArray();
        var before = 0;
        for (var index = 0; index + 1 < all.Length; index++)
        {
            if (SentenceBoundaries.IsFullStop(_text, all[index] - 1) && IsFalse(_text[before..(all[index] - 1)], _text[all[index]..all[index + 1]].TrimEnd()))
                continue;
            kept.Add(all[index]);
            before = all[index];
        }

        return kept;
    }

    private bool IsFalse(string left, string right)
    {
        var (before, after) = (new ParsedSentence(left), new ParsedSentence(right));
        if (before.Count < FewestWords || after.Count < 2 || before.Count + after.Count > MostWords || before.IsQuestion || after.IsQuestion)
            return false;
        if (WholeSentence.EndsOpen(before))
            return true;
        if (WholeSentence.OpensWithAuxiliary(after))
            return LacksSubject(after) && IsNominal(_tagger.Tag(before)[^1]);
        var relative = after.Lower[0] is "and" or "or" or "but" ? 1 : 0;
        return IsRelative(after.Lower[relative]) && !IsWhole(right);
    }

    // "Is printed in letters …", but not "is that so" nor "was a king" of an answer.
    private bool LacksSubject(ParsedSentence sentence) =>
        _tagger.Tag(sentence)[1] is PartOfSpeech.Participle or PartOfSpeech.Gerund or PartOfSpeech.Past or PartOfSpeech.Verb or PartOfSpeech.Be or PartOfSpeech.Have or PartOfSpeech.Preposition;

    private static bool IsNominal(PartOfSpeech part) => part is PartOfSpeech.Noun or PartOfSpeech.Plural or PartOfSpeech.Name or PartOfSpeech.Number;

    private bool IsWhole(string piece)
    {
        var sentence = new ParsedSentence(piece);
        var parts = _tagger.Tag(sentence);
        return parts is [not PartOfSpeech.Conjunction, ..] && WholeSentence.Is(sentence, parts);
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
