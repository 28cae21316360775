using System.Collections.Frozen;

namespace Lectern.Notes.Words;

/// <summary>The English words whose classes take no new members, with the parts of speech that each can be.</summary>
/// <remarks>Listed by hand from the grammar of English.</remarks>
internal static class ClosedClass
{
    private static readonly (PartOfSpeech Part, string Words)[] Lists =
    [
        (PartOfSpeech.Subordinator, "that"),
        (PartOfSpeech.Determiner, "the a an every each no some any all both half either neither another such many much few several this that these those enough most more less fewer other certain various"),
        (PartOfSpeech.Possessive, "my our your his her its their whose"),
        (PartOfSpeech.Pronoun, """
            i you he she it we they me him her us them myself yourself himself herself itself ourselves themselves mine yours hers ours theirs
            this that these those one ones someone somebody something anyone anybody anything everyone everybody everything nobody nothing
            there here all some any many most both few several each none another other others more much either neither such
            i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll we're we've we'd we'll they're
            they've they'd they'll that's that'd that'll there's here's who's what's where's how's let's
            """),
        (PartOfSpeech.Subordinator, """
            because if whether although though unless until while since when where why how which who whom what as than whereas once
            before after whenever wherever whatever whichever whoever so till lest
            """),
        (PartOfSpeech.Preposition, """
            of in on at by for with about against between into through during without within toward towards among amongst across around behind
            beyond along near per via upon under above below over from to up down out off like as than since until before after except despite
            onto inside outside beneath beside besides throughout underneath amid versus concerning regarding unlike opposite past
            """),
        (PartOfSpeech.To, "to"),
        (PartOfSpeech.Conjunction, "and or but nor yet plus"),
        (PartOfSpeech.Modal, "will ll would shall should can could may might must cannot can't couldn't won't wouldn't shouldn't mightn't mustn't shan't gonna"),
        (PartOfSpeech.Be, "is are was were am be been being s re isn't aren't wasn't weren't ain't"),
        (PartOfSpeech.Have, "have ve has had having haven't hasn't hadn't"),
        (PartOfSpeech.Do, "do does did don't doesn't didn't"),
        (PartOfSpeech.Verb, "do have let"),
        (PartOfSpeech.ThirdPerson, "does has"),
        (PartOfSpeech.Past, "did had let"),
        (PartOfSpeech.Participle, "done had let"),
        (PartOfSpeech.Gerund, "doing having"),
        (PartOfSpeech.Not, "not n't never"),
        (PartOfSpeech.Number, """
            one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
            thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion zero dozen
            """),
        (PartOfSpeech.Adverb, """
            very too also just only even still ever always often perhaps maybe quite rather almost already however therefore thus hence then now
            so here there up down out off over back away again together once soon else instead yet more most less least much enough
            well later earlier not never about around as no all ago far indeed sometimes twice
            """),
        (PartOfSpeech.Adjective, "own same last next first second third past like only able other more certain opposite such well enough various less"),
        (PartOfSpeech.Interjection, "oh ah um uh er erm hmm yes yeah no okay ok well hey hello right wow gotcha"),
        (PartOfSpeech.Noun, "second half well half lot past kind sort will"),
        (PartOfSpeech.Adjective, "right"),
        (PartOfSpeech.Noun, "right"),
        (PartOfSpeech.Adverb, "right"),
    ];

    private static readonly FrozenDictionary<string, PartOfSpeech[]> Words = Build();

    /// <summary>Returns the parts of speech that a word can be, the usual one first; empty for words of the open classes.</summary>
    /// <param name="lower">The word in lower case.</param>
    public static IReadOnlyList<PartOfSpeech> Of(string lower) => Words.TryGetValue(lower, out var parts) ? parts : [];

    private static FrozenDictionary<string, PartOfSpeech[]> Build()
    {
        var words = new Dictionary<string, List<PartOfSpeech>>(StringComparer.Ordinal);
        foreach (var (part, list) in Lists)
        {
            foreach (var word in list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (!words.TryGetValue(word, out var parts))
                    words.Add(word, parts = []);
                parts.Add(part);
            }
        }

        return words.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal);
    }
}
