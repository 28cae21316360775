using Lectern.Notes.Cards;
using Lectern.Notes.Cards.Clauses;
using Lectern.Notes.Words;

namespace Lectern.Notes.Summary;

/// <summary>Tells which phrases of an English lecture are nouns where they are used.</summary>
/// <param name="lecture">The lecture.</param>
/// <remarks>Terms are noun phrases: J. Justeson and S. Katz, "Technical terminology: some linguistic properties and an algorithm" (1995).</remarks>
internal sealed class TermTags(TaggedLecture lecture)
{
    private const double Share = 0.6;

    /// <summary>Whether a phrase ends in a noun and holds no verb in most of its uses.</summary>
    /// <param name="phrase">A phrase of the lecture.</param>
    public bool IsNoun(Phrase phrase) => phrase.Uses.Count(IsNoun) >= Share * phrase.Uses.Count;

    private bool IsNoun(PhraseUse use)
    {
        var sentence = lecture.Tag(lecture.Sentences[use.Sentence].Text);
        var words = Enumerable.Range(0, sentence.Count).Where(word => sentence.Parsed.Words[word].Start < use.End && sentence.Parsed.Words[word].End > use.Start).ToArray();
        // "Mr" is half of a name.
        return words.Length > 0 && !AnswerKinds.IsBareTitle(sentence.Lower(words[^1]))
            && (sentence[words[^1]] is PartOfSpeech.Noun or PartOfSpeech.Plural or PartOfSpeech.Name || sentence.Is(words[^1], PartOfSpeech.Possessive))
            && !words.Any(word => sentence[word] is PartOfSpeech.Verb or PartOfSpeech.ThirdPerson or PartOfSpeech.Past or PartOfSpeech.Adverb or PartOfSpeech.Number);
    }
}
