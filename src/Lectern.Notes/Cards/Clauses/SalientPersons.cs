using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Remembers which persons have just been spoken of, the subjects of sentences above others.</summary>
/// <remarks>
/// Salience that fades with every sentence, as S. Lappin and H. Leass, "An algorithm for pronominal anaphora resolution" (1994); "he" is left open
/// unless one person stands out.
/// </remarks>
/// <param name="genders">Which pronouns the persons of the lecture have.</param>
internal sealed class SalientPersons(Genders genders)
{
    private const double Fading = 0.7;
    private const double OfSubject = 2;
    private const double Forgotten = 0.3;
    private const double StandsOut = 2;

    private readonly Dictionary<string, (string Text, double Salience)> _persons = new(StringComparer.Ordinal);

    /// <summary>Takes in the next sentence, its pronoun replaced where that could be done.</summary>
    public void Hear(TaggedSentence sentence)
    {
        foreach (var (key, (text, salience)) in _persons.ToList())
        {
            if (salience * Fading < Forgotten)
                _persons.Remove(key);
            else
                _persons[key] = (text, salience * Fading);
        }

        foreach (var phrase in NounPhrases.All(sentence, new Span(0, sentence.Count)).Where(phrase => IsNamed(sentence, phrase)))
        {
            var key = sentence.Lower(phrase.End - 1);
            var salience = _persons.GetValueOrDefault(key).Salience + (phrase.First == 0 ? OfSubject : 1);
            _persons[key] = (sentence.Parsed.Slice(phrase.First, phrase.End), salience);
        }
    }

    /// <summary>Returns the person that a pronoun stands for, or null where none stands out.</summary>
    /// <param name="pronoun">A pronoun in lower case.</param>
    public string? For(string pronoun)
    {
        var ranked = _persons.Values.Where(person => genders.MayFit(person.Text, pronoun)).OrderByDescending(person => person.Salience).Take(2).ToList();
        if (ranked.Count == 0)
            return null;
        // One whose pronoun the lecture does not tell must be alone, and the subject of the sentence before.
        if (!genders.Fit(ranked[0].Text, pronoun))
            return _persons.Count == 1 && ranked[0].Salience >= OfSubject ? ranked[0].Text : null;
        return ranked.Count == 1 || ranked[0].Salience >= StandsOut * ranked[1].Salience ? ranked[0].Text : null;
    }

    private static bool IsNamed(TaggedSentence sentence, Span phrase)
    {
        if (!sentence.Is(phrase.End - 1, PartOfSpeech.Name) || sentence.Lower(phrase.First) is "the" or "a" or "an" or "this" or "that" or "many" or "most" or "some" or "all" or "few" || phrase.Length > 4 || sentence.Lower(phrase.First).Length < 2)
            return false;
        return AnswerKinds.Of(sentence, phrase) is AnswerKind.Person || (AnswerKinds.Of(sentence, phrase) is AnswerKind.Name && IsPersonHere(sentence, phrase));
    }

    // A name that no list knows is of a person where it does what only persons do, or has a first name.
    private static bool IsPersonHere(TaggedSentence sentence, Span phrase) =>
        (VerbGroups.At(sentence, phrase.End) is { } verb && Verbs.NeedsPerson(sentence, verb))
        || (phrase.Length is 2 or 3 && sentence.Lower(phrase.First) is not "the" && EnglishLexicon.Find(sentence.Lower(phrase.End - 1)) is null);
}
