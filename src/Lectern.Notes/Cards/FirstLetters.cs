using System.Globalization;
using Lectern.Notes.Sentences;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards;

/// <summary>
/// Hints at an answer by the first letters of its words: "_____ [N… N… C…] forms in 1936". What a lecturer says of one thing is often true of
/// others; with the letters one answer is left, and the card can be marked.
/// </summary>
public static class FirstLetters
{
    // The letters of a longer answer are a riddle.
    private const int MostWords = 4;

    /// <summary>Returns a card with the first letters of its answer beside its gap or its question.</summary>
    /// <param name="card">A card without such a hint.</param>
    /// <returns>
    /// The card; the same where it is no gap and no "who" or "what", has a hint already (a year, a number), or has an answer of more than four words or of single letters.
    /// Its <see cref="CardDraft.Id"/> does not change.
    /// </returns>
    public static CardDraft Add(CardDraft card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (Of(card.Answer) is not { } letters)
            return card;
        return card.Kind switch
        {
            CardKind.Cloze => card with { Question = CardIdea.WithHint(card.Question, letters) },
            CardKind.Basic when AsksForThing(card.Question) => card with { Question = $"{card.Question} [{letters}]" },
            _ => card,
        };
    }

    // Short words that only join others are told: "Daughters of the American Revolution" is "D… of the A… R…". The letter of a word of one letter would tell
    // all of it, as in "x" and in scripts without spaces.
    private static string? Of(string answer)
    {
        var words = Tokens.Of(answer);
        var told = words.Skip(words.Count > 1 && words[0].Lower is "a" or "an" or "the" ? 1 : 0).ToArray();
        var content = told.Where((word, index) => index == 0 || !Joins(word.Lower)).ToArray();
        if (content.Length > MostWords || Array.TrueForAll(content, IsOneLetter))
            return null;
        return string.Join(' ', told.Select((word, index) => index > 0 && Joins(word.Lower) ? word.Text : FirstOf(word) + "…"));
    }

    private static bool IsOneLetter(Word word) => StringInfo.GetNextTextElementLength(word.Text) == word.Text.Length;

    private static string FirstOf(Word word) => IsOneLetter(word) ? string.Empty : StringInfo.GetNextTextElement(word.Text);

    private static bool Joins(string word) => ClosedClass.Of(word).Any(part => part is PartOfSpeech.Preposition or PartOfSpeech.Determiner or PartOfSpeech.Conjunction);

    // What is set against another thing is no third.
    private static bool AsksForThing(string question)
    {
        var words = Tokens.Of(question);
        return !words.Any(word => word.Lower is "whereas" or "unlike") && Enumerable.Range(0, words.Count).Any(word => words[word].Lower is "who" or "whom" || (words[word].Lower is "what" && (word + 1 == words.Count || words[word + 1].Lower is not "year")));
    }
}
