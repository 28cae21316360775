using System.Collections.Frozen;
using System.Text;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Says "one" where a speaker says "you" or "we" of anybody: "you use polar coordinates" becomes "one uses polar coordinates".</summary>
internal static class Generic
{
    // What is said to the people in the room.
    private static readonly FrozenSet<string> ToListeners = Words(
        "see look say know remember think want talk go notice recall imagine read hear guess tell ask mean call come start begin discuss turn spend write draw " +
        "learn study understand skip watch wonder believe agree assume guess keep like love let put try show figure consider raise return live do have");

    private static readonly FrozenSet<string> Others = Words(
        "i i'm i've i'd i'll me my mine we're we've we'd we'll us our ours you're you've you'd you'll your yours yourself ourselves myself let's");

    private static readonly FrozenSet<string> Modals = Words("can must may should might cannot can't");

    /// <summary>Returns the sentence with every "you" and "we" made "one", or as it is where one of them cannot be.</summary>
    /// <param name="sentence">A tidied sentence.</param>
    /// <param name="tagger">Used by one thread at a time.</param>
    public static TaggedSentence Rewrite(TaggedSentence sentence, PartOfSpeechTagger tagger)
    {
        var text = new StringBuilder();
        var copied = 0;
        for (var word = 0; word < sentence.Count; word++)
        {
            if (sentence.Lower(word) is "you're" or "we're" && IsInside(sentence, word))
            {
                var said = sentence.Parsed.Words[word];
                text.Append(sentence.Parsed.Text, copied, said.Start - copied).Append("one is");
                copied = said.End;
                continue;
            }

            if (Others.Contains(sentence.Lower(word)))
                return sentence;
            if (sentence.Lower(word) is not ("you" or "we"))
                continue;
            if (Verb(sentence, word) is not { } verb)
                return sentence;
            var place = sentence.Parsed.Words[word];
            text.Append(sentence.Parsed.Text, copied, place.Start - copied).Append(word == 0 ? "One" : "one");
            copied = place.End;
            if (verb.Form.Length > 0)
            {
                var spoken = sentence.Parsed.Words[verb.Word];
                text.Append(sentence.Parsed.Text, copied, spoken.Start - copied).Append(verb.Form);
                copied = spoken.End;
            }
        }

        return copied == 0 ? sentence : new TaggedSentence(text.Append(sentence.Parsed.Text, copied, sentence.Parsed.Text.Length - copied).ToString(), tagger);
    }

    // The verb of a generic "you" in the form that "one" needs; an empty form for a modal, which has no other.
    private static (int Word, string Form)? Verb(TaggedSentence sentence, int subject)
    {
        var word = subject + 1;
        while (sentence.Is(word, PartOfSpeech.Adverb, PartOfSpeech.Not))
            word++;
        if (sentence.Lower(word) is "are" && IsInside(sentence, subject) && !sentence.Is(word + 1, PartOfSpeech.Gerund))
            return (word, "is");
        var isModal = Modals.Contains(sentence.Lower(word));
        var main = word;
        if (isModal)
        {
            do
                main++;
            while (sentence.Is(main, PartOfSpeech.Adverb, PartOfSpeech.Not));
        }

        if (!sentence.Is(main, PartOfSpeech.Verb) || !sentence.Touches(subject + 1) || ToListeners.Contains(sentence.Lower(main)))
            return null;
        if (isModal)
            return (word, string.Empty);
        return sentence.Lower(subject) is "you" ? (word, Verbs.ThirdPerson(sentence.Lower(word))) : null;
    }

    // "Every hour we are awake", "when you are tired": not the main clause, which speaks of the people in the room.
    private static bool IsInside(TaggedSentence sentence, int subject) =>
        sentence.IsNominal(subject - 1) || (subject > 1 && sentence.Is(subject - 1, PartOfSpeech.Subordinator));

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
