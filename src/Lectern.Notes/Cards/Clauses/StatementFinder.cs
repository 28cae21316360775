using System.Collections.Frozen;
using Lectern.Notes.Sentences;
using Lectern.Notes.Summary;
using Lectern.Notes.Summary.Compression;
using Lectern.Notes.Words;

namespace Lectern.Notes.Cards.Clauses;

/// <summary>Finds the statements of a lecture and weighs them.</summary>
internal sealed class StatementFinder
{
    private const int FewestWords = 5;
    private const int UsualWords = 18;
    private const int MostWords = 28;
    private const double WeightForOne = 2.5;
    private const double RankShare = 0.25;
    private const int FewestWholeWords = 8;
    private const double GoodStanding = 0.8;
    private const double WholeFactor = 0.65;
    private const double ResolvedFactor = 0.6;
    private const double CutFactor = 0.6;
    private const double DoubtFactor = 0.4;
    private const double RemarkFactor = 0.75;

    private static readonly FrozenSet<string> Hedges =
        "very quite really pretty may might could would can many several various some lots maybe perhaps rather fairly almost seem seems tend tends tended always likely probably".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Opinions =
        "extraordinary fascinating interesting wonderful amazing terrible beautiful great greatest nice huge big little lot best important obvious obviously clearly basically famous".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Doubts =
        "probably perhaps maybe possibly presumably supposedly allegedly suspect guess".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Remarks = "actually just kind sort literally".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly PartOfSpeechTagger _tagger;
    private readonly IReadOnlyList<Sentence> _sentences;
    private readonly TaggedSentence[] _spoken;
    private readonly Understanding _understanding;

    /// <summary>Reads a lecture.</summary>
    /// <param name="lecture">The lecture.</param>
    /// <param name="terms">Its key terms, the most important first.</param>
    public StatementFinder(TaggedLecture lecture, IReadOnlyList<KeyTerm> terms)
    {
        _tagger = lecture.Tagger;
        _sentences = lecture.Sentences;
        References = new References(lecture.Nouns);
        _understanding = new Understanding(References, _tagger);
        Anchors = new Anchors(terms, lecture.Parsed, lecture.Nouns);
        _spoken = [.. lecture.Sentences.Select(sentence => lecture.Tag(Plainly.Say(Prose.Tidy(Interruptions.Remove(sentence.Text), "en"))))];
    }

    /// <summary>The sentences without interruptions, tagged.</summary>
    public IReadOnlyList<TaggedSentence> Spoken => _spoken;

    /// <summary>What tells the parts of speech of the lecture's words.</summary>
    public PartOfSpeechTagger Tagger => _tagger;

    /// <summary>What tells whether a clause is understood by itself.</summary>
    public Understanding Understanding => _understanding;

    /// <summary>The weights of the words.</summary>
    public Anchors Anchors { get; }

    /// <summary>What is understood by itself.</summary>
    public References References { get; }

    /// <summary>Returns the statements of the lecture in order.</summary>
    /// <param name="scores">How good each sentence is for notes.</param>
    public IEnumerable<Statement> Find(SentenceScores scores)
    {
        var antecedents = new Antecedents(References, new Genders(_spoken), _tagger);
        var quotations = new Quotations();
        for (var index = 0; index < _sentences.Count; index++)
        {
            if (quotations.Quotes(_sentences[index].Text))
                continue;
            var sentence = Generic.Rewrite(antecedents.Resolve(_spoken[index], out var isResolved), _tagger);
            var hasClear = false;
            foreach (var spoken in Statements.Of(sentence, _tagger))
            {
                var clause = _understanding.Clear(spoken);
                if (clause.Sentence.Count is < FewestWords or > MostWords || Stumbles(clause.Sentence))
                    continue;
                var isClear = References.AreClear(clause.Sentence, new Span(0, clause.Sentence.Count));
                hasClear |= isClear;
                var worth = Worth(clause, scores[index]) * (isResolved ? ResolvedFactor : 1) * (ReferenceEquals(clause, spoken) ? 1 : CutFactor) * Assurance(_sentences[index].Text, clause.Sentence);
                yield return new Statement(clause, index, worth, isClear);
            }

            if (!hasClear && !Statements.IsFormula(sentence) && Whole(sentence) is { } whole)
                yield return new Statement(whole, index, Worth(whole, scores[index]) * (isResolved ? ResolvedFactor : 1) * WholeFactor, IsClear: true);
        }
    }

    // "Probably, the right indicator is …": the clause alone would say it for sure. A chance remark is seldom worth knowing.
    private static double Assurance(string spoken, TaggedSentence clause)
    {
        var left = Tokens.Of(spoken).Select(word => word.Lower).Except(clause.Parsed.Lower, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return (left.Overlaps(Doubts) ? DoubtFactor : 1) * (left.Overlaps(Remarks) ? RemarkFactor : 1);
    }

    // A sentence that was not cut into clauses, but stands alone as it is.
    private Clause? Whole(TaggedSentence sentence)
    {
        foreach (var form in SentenceForms.Of(sentence.Parsed.Text, 0, "en"))
        {
            if (form.IsAnnouncement || form.Standing < GoodStanding || form.WordCount is < FewestWholeWords or > MostWords)
                continue;
            var tagged = new TaggedSentence(form.Text, _tagger);
            var start = new Span(0, 0);
            var verb = Enumerable.Range(1, tagged.Count - 1).Select(word => VerbGroups.At(tagged, word)).FirstOrDefault(group => group is not null);
            if (verb is null || (HasTwoFacts(tagged) && !tagged.Parsed.Text.Any(char.IsDigit)) || tagged[0] is PartOfSpeech.Gerund or PartOfSpeech.Participle or PartOfSpeech.Verb or PartOfSpeech.Conjunction or PartOfSpeech.Subordinator or PartOfSpeech.Adverb)
                continue;
            if (!Agreement.Holds(tagged, NounPhrases.At(tagged, 0), verb.Value) || HasBrokenPoint(tagged) || Stumbles(tagged))
                continue;
            var clause = new Clause(tagged, start, start, start, verb.Value, new Span(verb.Value.Words.End, tagged.Count));
            if (_understanding.IsClear(clause))
                return clause;
        }

        return null;
    }

    // "They are, are planning", "it was was devised".
    private static bool Stumbles(TaggedSentence sentence) =>
        Enumerable.Range(1, sentence.Count - 1).Any(word => sentence.Is(word - 1, PartOfSpeech.Be) && sentence.Is(word, PartOfSpeech.Be) && sentence.Lower(word) is "is" or "are" or "was" or "were");

    // "They abstain. u're not": a transcript that was put together wrongly.
    private static bool HasBrokenPoint(TaggedSentence sentence) =>
        Enumerable.Range(1, sentence.Count - 1).Any(word => sentence.BreakBefore(word) is "." or "?" or "!");

    // "Harriet died early, and Mill wrote his book": one card would ask for half of it.
    private static bool HasTwoFacts(TaggedSentence sentence)
    {
        for (var word = 2; word < sentence.Count; word++)
        {
            var joins = sentence.Lower(word) is "and" or "but" or "or" or "so" || sentence.BreakBefore(word) is ";" or ":" or "." or ",";
            if (!joins)
                continue;
            for (var next = word; next < Math.Min(sentence.Count, word + 6); next++)
            {
                if (sentence[next] is PartOfSpeech.Be or PartOfSpeech.Past or PartOfSpeech.ThirdPerson or PartOfSpeech.Modal or PartOfSpeech.Have)
                    return true;
            }
        }

        return false;
    }

    private double Worth(Clause clause, double score)
    {
        var sentence = clause.Sentence;
        var said = Anchors.Sum(sentence, new Span(0, sentence.Count)) / WeightForOne;
        var worth = (RankShare * Math.Min(1, score)) + Math.Min(1.2, said);
        worth *= sentence.Count > UsualWords ? (double)UsualWords / sentence.Count : 1;
        worth *= Math.Pow(0.75, Enumerable.Range(0, sentence.Count).Count(word => Clauses.References.Empty.Contains(sentence.Lower(word))));
        worth *= Math.Pow(0.85, Enumerable.Range(0, sentence.Count).Count(word => Hedges.Contains(sentence.Lower(word))));
        return worth * ShapeWorth(clause);
    }

    // "Some kind of movement".
    private static bool IsVagueKind(TaggedSentence sentence) =>
        Enumerable.Range(0, sentence.Count).Any(word => sentence.Lower(word) is "kind" or "sort" or "kinds" or "sorts" && sentence.Lower(word + 1) is "of");

    private double ShapeWorth(Clause clause)
    {
        var sentence = clause.Sentence;
        var worth = 1.0;
        if (sentence.Is(clause.Verb.Main, PartOfSpeech.Gerund))
            worth *= 0.5;
        if (Verbs.IsVague(sentence, clause.Verb))
            worth *= 0.75;
        if (clause.Verb.IsNegative || Enumerable.Range(0, sentence.Count).Any(word => sentence.Lower(word) is "no" or "not" or "nothing" or "none" or "neither" or "nor"))
            worth *= 0.3;
        if (sentence.Is(clause.Verb.Words.First, PartOfSpeech.Do))
            worth *= 0.6;
        if (Enumerable.Range(0, sentence.Count).Any(word => sentence.Lower(word) is "than" or "compared" or "similar" or "something" || (sentence.Lower(word) is "different" && sentence.Lower(word + 1) is "from")))
            worth *= 0.5;
        if (sentence.Lower(clause.Verb.Words.First) is "could" or "would" || Enumerable.Range(0, sentence.Count).Any(word => sentence.Lower(word) is "more" or "less"))
            worth *= 0.7;
        if (clause.Verb.IsCopula && NounPhrases.At(sentence, clause.Rest.First).IsEmpty)
            worth *= 0.7;
        if (IsVagueKind(sentence))
            worth *= 0.7;
        if (Enumerable.Range(0, sentence.Count).Any(word => Opinions.Contains(sentence.Lower(word))))
            worth *= 0.6;
        if (clause.Subject.IsEmpty)
            return worth;
        if (clause.Subject.Length > 1 && sentence.Is(clause.Subject.First, PartOfSpeech.Noun) && sentence.Is(clause.Subject.First + 1, PartOfSpeech.Noun))
            worth *= 0.7;
        if (sentence.Lower(clause.Rest.First) is "at" && sentence.Lower(clause.Rest.First + 1) is "least" or "most" or "first" or "times" or "once")
            worth *= 0.3;
        if (sentence.Lower(clause.Subject.First) is "there" or "one")
            worth *= 0.4;
        return Anchors.Count(sentence, clause.Subject) == 0 ? worth * 0.6 : worth;
    }
}
