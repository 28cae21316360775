using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>The verb of a statement as a question needs it: an auxiliary to go before the subject, and what stays behind it.</summary>
/// <param name="Auxiliary">"did", "is", "can" and the like.</param>
/// <param name="Remainder">What follows the subject, such as "depend" or "been found"; may be empty.</param>
internal sealed record Inversion(string Auxiliary, string Remainder)
{
    /// <summary>Returns the inversion of a clause's verb, or null where the verb's plain form is not known.</summary>
    public static Inversion? Of(Clause clause)
    {
        var (sentence, verb) = (clause.Sentence, clause.Verb);
        if (verb.Auxiliary >= 0)
            return new Inversion(sentence.Lower(verb.Auxiliary), Without(clause, verb.Auxiliary, verb.Auxiliary, string.Empty));
        var form = sentence.Lower(verb.Main);
        if ((sentence.Is(verb.Main, PartOfSpeech.Have) ? "have" : WordForms.VerbLemma(form)) is not { } lemma)
            return null;
        var auxiliary = sentence[verb.Main] switch
        {
            PartOfSpeech.Past or PartOfSpeech.Participle => "did",
            PartOfSpeech.ThirdPerson => "does",
            PartOfSpeech.Have => form switch { "had" => "did", "has" => "does", _ => "do" },
            _ => "do",
        };
        return new Inversion(auxiliary, Without(clause, verb.Main, -1, lemma));
    }

    // The words of the verb but for one, which gives way to its plain form or to nothing.
    private static string Without(Clause clause, int word, int auxiliary, string lemma)
    {
        var words = Enumerable.Range(clause.Verb.Words.First, clause.Verb.Words.Length)
            .Select(index => index == word ? lemma : clause.Sentence.Parsed.Words[index].Text)
            .Where((text, index) => text.Length > 0 && index + clause.Verb.Words.First != auxiliary);
        return string.Join(' ', words);
    }
}
