namespace Lectern.Notes.Cards.Clauses;

/// <summary>Tells by the pronouns around a name whether "he" or "she" may stand for it.</summary>
/// <remarks>Gender from co-occurrence in the text itself, as N. Ge, J. Hale and E. Charniak, "A statistical approach to anaphora resolution" (1998).</remarks>
internal sealed class Genders
{
    private const int FewestMentions = 3;
    private readonly Dictionary<string, Counts> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts the pronouns in each sentence that has a name, and in the one after it.</summary>
    /// <param name="sentences">The sentences of the lecture.</param>
    public Genders(IReadOnlyList<TaggedSentence> sentences)
    {
        var pronouns = sentences.Select(Pronouns).ToArray();
        for (var index = 0; index < sentences.Count; index++)
        {
            var (men, women) = pronouns[index];
            var (menNext, womenNext) = index + 1 < pronouns.Length ? pronouns[index + 1] : default;
            foreach (var name in Enumerable.Range(0, sentences[index].Count).Where(word => sentences[index].Is(word, Words.PartOfSpeech.Name)).Select(word => Bare(sentences[index].Lower(word))).Distinct(StringComparer.Ordinal))
            {
                if (!_counts.TryGetValue(name, out var counts))
                    _counts.Add(name, counts = new Counts());
                counts.Mentions++;
                counts.Men += men + menNext;
                counts.Women += women + womenNext;
            }
        }
    }

    /// <summary>Whether a name is often used, and mostly together with pronouns like this one.</summary>
    /// <param name="name">The name; its last word tells.</param>
    /// <param name="pronoun">A pronoun of a person in lower case.</param>
    public bool Fit(string name, string pronoun)
    {
        var last = Bare(name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant());
        if (!_counts.TryGetValue(last, out var counts) || counts.Mentions < FewestMentions)
            return false;
        return pronoun is "she" or "her" ? counts.Women > 2 * counts.Men : counts.Men > 2 * counts.Women;
    }

    /// <summary>Whether nothing tells that a pronoun cannot stand for a name.</summary>
    /// <param name="name">The name; its last word tells.</param>
    /// <param name="pronoun">A pronoun of a person in lower case.</param>
    public bool MayFit(string name, string pronoun)
    {
        var last = Bare(name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant());
        return !_counts.TryGetValue(last, out var counts) || counts.Mentions < FewestMentions || Fit(name, pronoun);
    }

    private static (int Men, int Women) Pronouns(TaggedSentence sentence) => (
        sentence.Parsed.Lower.Count(word => word is "he" or "him" or "his" or "he's" or "himself"),
        sentence.Parsed.Lower.Count(word => word is "she" or "her" or "hers" or "she's" or "herself"));

    private static string Bare(string name) => name.EndsWith("'s", StringComparison.Ordinal) ? name[..^2] : name;

    /// <summary>How often a name and pronouns near it were said.</summary>
    private sealed class Counts
    {
        public int Mentions { get; set; }

        public int Men { get; set; }

        public int Women { get; set; }
    }
}
