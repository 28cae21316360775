using Lectern.Notes.Sentences;
using Lectern.Notes.Words;

namespace Lectern.Notes.Summary.Compression;

/// <summary>Finds the forms in which a spoken sentence can stand in a summary.</summary>
internal static class SentenceForms
{
    // Below this a sentence needs its neighbours to be understood.
    private const double WorstStanding = 0.2;

    /// <summary>Returns the forms of one sentence; none where it does not stand alone in any.</summary>
    /// <param name="sentence">The sentence as spoken.</param>
    /// <param name="index">Its index in the lecture.</param>
    /// <param name="language">A BCP 47 tag; only English is shortened.</param>
    /// <remarks>Pure and thread-safe.</remarks>
    public static IReadOnlyList<SummaryCandidate> Of(string sentence, int index, string language)
    {
        var isUnpunctuated = LanguageTag.IsEnglish(language) && UnpunctuatedSpeech.Is(sentence);
        var spoken = isUnpunctuated ? UnpunctuatedSpeech.JoinContractions(sentence) : sentence;
        var texts = LanguageTag.IsEnglish(language) ? ClauseCutter.Variants(Interruptions.Remove(spoken)) : [spoken];
        var tagger = new PartOfSpeechTagger();
        var forms = new List<SummaryCandidate>();
        foreach (var text in texts.Select(text => Prose.Tidy(text, language)).Distinct(StringComparer.Ordinal))
        {
            var standing = Standing.Of(text, language) * (isUnpunctuated ? UnpunctuatedSpeech.Soundness(text) : 1);
            if (standing >= WorstStanding && (isUnpunctuated || !LanguageTag.IsEnglish(language) || WholeSentence.HoldsTogether(text, tagger)))
                forms.Add(new SummaryCandidate(index, text, Tokens.Count(text), standing, IsAnnouncement: false));
        }

        if (LanguageTag.IsEnglish(language) && texts.Count > 0 && Announcement.Tell(texts[0]) is { } told && (!isUnpunctuated || UnpunctuatedSpeech.Soundness(told) > 0))
            forms.Add(new SummaryCandidate(index, told, Tokens.Count(told), 1, IsAnnouncement: true));
        return forms;
    }
}
