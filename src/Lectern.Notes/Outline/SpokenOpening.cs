using System.Collections.Frozen;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Outline;

/// <summary>How an English sentence opens, asked for what lecturers say when they begin a new part.</summary>
/// <remarks>
/// The kinds of discourse marker are those of B. Grosz and C. Sidner, "Attention, intentions, and the structure of discourse" (1986), and of
/// J. Hirschberg and D. Litman, "Empirical studies on the disambiguation of cue phrases" (1993); the words were chosen by hand. Captions
/// write "let's", "let 's" and "let s", and all three are one word here. Immutable and thread-safe.
/// </remarks>
internal sealed class SpokenOpening
{
    private const int Near = 8;
    private const int Middle = 14;
    private const int ShortWords = 3;
    private static readonly FrozenSet<string> Openers = Words("okay ok alright well so now right good great");
    private static readonly FrozenSet<string> Closers = Words("okay ok alright well so now right good great questions question thanks thank");
    private static readonly FrozenSet<string> Agreements = Words("okay ok alright right well good great");
    private static readonly FrozenSet<string> Pronouns = Words("he she it they this that these those his her their its him them which who");
    private static readonly FrozenSet<string> Conjunctions = Words("and but or because which for if when as");
    private static readonly FrozenSet<string> Ordinals = Words("next second third fourth fifth another other last final finally first");
    private static readonly FrozenSet<string> Directions = Words("to on onto into");
    private static readonly FrozenSet<string> Movements =
        Words("turn turns turned turning move moves moved moving go going come comes get switch return back bring brings leads");

    private static readonly FrozenSet<string> Treatments = Words("discuss consider introduce examine explore review study start begin");
    private static readonly FrozenSet<string> Wishes = Words("want would will wanted like shall now");
    private static readonly FrozenSet<string> Pasts = Words("have saw talked looked said discussed did");
    private static readonly FrozenSet<string> Pointers = Words("rest far idea point subject important finally turns brings");
    private static readonly FrozenSet<string> Units = Words(
        "example problem question topic part chapter section idea concept experiment demonstration case story poem model theory lecture today");

    private static readonly FrozenSet<string> Hosts = Words("let i we you he she it they that there what here who");
    private static readonly FrozenSet<string> Clitics = Words("s m re ve ll d");
    private readonly string[] _words;
    private readonly int _first;

    /// <summary>Reads the opening of a sentence.</summary>
    /// <param name="text">The sentence, punctuated or not.</param>
    public SpokenOpening(string text)
    {
        _words = Normalise(text);
        while (_first < _words.Length - 1 && Openers.Contains(_words[_first]))
            _first++;
    }

    /// <summary>Number of words.</summary>
    public int WordCount => _words.Length;

    /// <summary>"Now …", also after other markers.</summary>
    public bool HasNow => _words.Take(_first).Any(word => word is "now");

    /// <summary>"Okay …", "All right …".</summary>
    public bool HasAgreement => _words.Take(_first).Any(Agreements.Contains);

    /// <summary>"So …".</summary>
    public bool HasSo => _words.Take(_first).Any(word => word is "so");

    /// <summary>Goes on from what was said: "and", "but", "because".</summary>
    public bool HasConjunction => Opens(Conjunctions.Contains);

    /// <summary>Leans on what was said: "he", "this".</summary>
    public bool HasPronoun => Opens(Pronouns.Contains);

    /// <summary>"There are …".</summary>
    public bool HasThere => Opens(word => word is "there");

    /// <summary>Says what the speaker is about to do: "let's", "let me", "I want", "we're going to".</summary>
    public bool HasIntent => Enumerable.Range(0, Math.Min(_words.Length, Near)).Any(IsIntent);

    /// <summary>"Turn to", "move on", "come back to".</summary>
    public bool HasMovement => Enumerable.Range(0, Math.Min(_words.Length, Middle)).Any(IsMovement);

    /// <summary>"Talk about", "look at", "consider".</summary>
    public bool HasTreatment => Enumerable.Range(0, Math.Min(_words.Length, Middle)).Any(IsTreatment);

    /// <summary>"Next", "another", "the second".</summary>
    public bool HasOrdinal => _words.Take(Near).Any(Ordinals.Contains);

    /// <summary>Names a unit of teaching: "example", "problem", "topic", "today".</summary>
    public bool HasUnit => _words.Take(Near * 2).Any(Units.Contains);

    /// <summary>Looks back: "we've seen", "I talked about".</summary>
    public bool HasRecap => Enumerable.Range(0, Math.Min(_words.Length, Middle - 2)).Any(IsRecap);

    /// <summary>Points at the plan: "so far", "the rest", "the important point".</summary>
    public bool HasPointer => _words.Take(20).Any(Pointers.Contains);

    /// <summary>No more than three words.</summary>
    public bool IsShort => _words.Length <= ShortWords;

    /// <summary>A few words that close a part: "Okay.", "Any questions?".</summary>
    public bool IsClosing => _words.Length is > 0 and <= ShortWords + 1
        && (Openers.Contains(_words[0]) || _words.Any(word => Closers.Contains(word) && !Openers.Contains(word)));

    /// <summary>How strongly a part is announced, 0 to 3.5.</summary>
    public double Announcement => (HasIntent ? 1 : 0) + (HasMovement ? 1 : 0) + (HasTreatment ? 1 : 0) + (HasOrdinal ? 0.5 : 0);

    private bool Opens(Func<string, bool> test) => _words.Length > _first && test(_words[_first]);

    private string At(int index) => index < _words.Length ? _words[index] : string.Empty;

    private bool IsIntent(int index) => _words[index] switch
    {
        "lets" or "ill" => true,
        "let" => At(index + 1) is "me" or "us",
        "i" or "we" or "id" => Wishes.Contains(At(index + 1)),
        "im" or "were" => At(index + 1) is "going" or "gonna" or "now",
        _ => false,
    };

    private bool IsMovement(int index) =>
        Movements.Contains(_words[index])
        && !(_words[index] is "going" && At(index + 1) is "to")
        && Enumerable.Range(index + 1, 3).Any(next => Directions.Contains(At(next)));

    private bool IsTreatment(int index) => _words[index] switch
    {
        "talk" or "talking" or "say" or "think" or "speak" or "something" => At(index + 1) is "about",
        "look" or "looking" => At(index + 1) is "at",
        var word => Treatments.Contains(word),
    };

    private bool IsRecap(int index) => _words[index] switch
    {
        "weve" or "ive" or "youve" => true,
        "we" or "i" => Pasts.Contains(At(index + 1)),
        _ => false,
    };

    private static string[] Normalise(string text)
    {
        var words = new List<string>();
        foreach (var word in Tokens.Of(text))
        {
            var bare = word.Lower.Replace("'", string.Empty, StringComparison.Ordinal).Replace("’", string.Empty, StringComparison.Ordinal);
            if (words.Count > 0 && Clitics.Contains(bare) && Hosts.Contains(words[^1]))
                words[^1] += bare;
            else
                words.Add(bare);
        }

        return [.. words];
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
