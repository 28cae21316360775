using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Puts the noun in place of a pronoun that a sentence begins with, where the sentences before leave one choice.</summary>
/// <remarks>
/// The subject of the sentence before is what a subject pronoun most often goes on with: B. Grosz, A. Joshi and S. Weinstein, "Centering: a
/// framework for modeling the local coherence of discourse" (1995). Remembers what it has read: use one for one lecture, in its order.
/// </remarks>
/// <param name="references">What is understood by itself.</param>
/// <param name="genders">Which pronouns the persons of the lecture have.</param>
/// <param name="tagger">Used by one thread at a time.</param>
internal sealed class Antecedents(References references, Genders genders, PartOfSpeechTagger tagger)
{
    private const int MostWords = 5;
    private readonly SalientPersons _persons = new(genders);
    private string? _thing;
    private bool _isPlural;

    /// <summary>Returns the sentence with its first pronoun replaced, or as it is; then remembers what it is about.</summary>
    /// <param name="sentence">The next sentence of the lecture, tidied.</param>
    /// <param name="isResolved">Whether a pronoun was replaced.</param>
    public TaggedSentence Resolve(TaggedSentence sentence, out bool isResolved)
    {
        var noun = sentence.Lower(0) switch
        {
            "he" or "she" => _persons.For(sentence.Lower(0)),
            "they" => _isPlural ? _thing : null,
            "it" => _isPlural || IsEmptyIt(sentence) ? null : _thing,
            _ => null,
        };
        if (sentence.Lower(0) is "his" or "her" && !NounPhrases.At(sentence, 0).IsEmpty && _persons.For(sentence.Lower(0)) is { } owner)
            noun = owner + "'s";
        isResolved = noun is not null && (sentence.Is(0, PartOfSpeech.Possessive) || VerbGroups.At(sentence, 1) is not null);
        var result = isResolved ? new TaggedSentence(Summary.Prose.Capitalise(noun + sentence.Parsed.Text[sentence.Parsed.Words[0].End..]), tagger) : sentence;
        Remember(result);
        return result;
    }

    private void Remember(TaggedSentence sentence)
    {
        _persons.Hear(sentence);
        var subject = NounPhrases.Extended(sentence, 0, isSubject: true);
        var hasSubject = !subject.IsEmpty && subject.Length <= MostWords && VerbGroups.At(sentence, subject.End) is not null;
        _thing = null;
        if (!hasSubject || !references.AreClear(sentence, subject) || sentence.Lower(0) is "a" or "an" or "no" || References.Empty.Contains(sentence.Lower(subject.End - 1)))
            return;
        var isMany = sentence.Is(subject.End - 1, PartOfSpeech.Plural) || Enumerable.Range(0, subject.Length).Any(word => sentence.Lower(word) is "and");
        if (AnswerKinds.Of(sentence, subject) == AnswerKind.Person && !isMany)
            return;
        (_thing, _isPlural) = (sentence.Small(subject), isMany);
    }

    // "It is clear that", "it turns out", "it rains": an "it" that stands for nothing.
    private static bool IsEmptyIt(TaggedSentence sentence)
    {
        if (VerbGroups.At(sentence, 1) is not { } verb)
            return true;
        var next = verb.Words.End;
        if (verb.IsCopula)
            return NounPhrases.At(sentence, next).IsEmpty || Enumerable.Range(next, sentence.Count - next).Any(word => sentence.Lower(word) is "that" or "who" or "to" or "which");
        return WordForms.VerbLemma(sentence.Lower(verb.Main)) is "seem" or "turn" or "happen" or "appear" or "take" or "matter" or "rain" or "make" or "follow" or "mean";
    }
}
