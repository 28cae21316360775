using System.Collections.Frozen;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Cards;

/// <summary>Tells whether a card keeps the rules of a good card.</summary>
/// <remarks>
/// The rules: one fact, understood without the lecture, answered in a few words, no two alike (P. Wozniak, "Twenty rules of formulating
/// knowledge", 1999). A filter remembers the cards that it has passed, so use one for one lecture, from one thread.
/// </remarks>
public sealed class CardFilter
{
    /// <summary>The most words that an answer may have.</summary>
    public const int MaxAnswerWords = 15;

    private const int MaxQuestionWords = 32;
    private const int FewClozeTerms = 3;
    private const double TooAlike = 0.6;
    private const int MostForOneAnswer = 2;

    private static readonly FrozenSet<string> Classroom =
        ("lecture lectures class slide slides homework midterm exam exams quiz syllabus semester handout blackboard website today tomorrow yesterday professor "
            + "textbook assignment tonight monday tuesday wednesday thursday friday laughter inaudible").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly string _language;
    private readonly IReadOnlySet<string> _stopWords;
    private readonly List<(HashSet<string> Stems, string Answer)> _passed = [];
    private readonly HashSet<string> _questions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a filter that has passed no card yet.</summary>
    /// <param name="language">A BCP 47 tag; pronouns are known in English only.</param>
    public CardFilter(string language)
    {
        _language = language;
        _stopWords = StopWords.For(language);
    }

    /// <summary>Returns the first rule that a card breaks by itself, or null.</summary>
    /// <param name="idea">The card.</param>
    public CardFault? FaultOf(CardIdea idea)
    {
        ArgumentNullException.ThrowIfNull(idea);
        var question = Tokens.Of(idea.AskedQuestion);
        var answer = Tokens.Of(idea.Answer);
        if (LanguageTag.IsEnglish(_language) && (Pronouns.AreOpen(question, isReason: false, LeavesOutPerson(idea)) || Pronouns.AreOpen([.. question, .. answer], IsReason(idea), LeavesOutPerson(idea))))
            return CardFault.UnresolvedPronoun;
        if (idea.Fault is not null)
            return idea.Fault;
        if (LanguageTag.IsEnglish(_language) && question.Concat(answer).Any(word => Classroom.Contains(word.Lower)))
            return CardFault.ClassroomTalk;
        if (Tokens.Count(idea.Answer) > MaxAnswerWords)
            return CardFault.AnswerTooLong;
        if (Tokens.Count(idea.AskedQuestion) > MaxQuestionWords)
            return CardFault.QuestionTooLong;
        var asked = Stems(idea.AskedQuestion);
        var answered = Stems(idea.Answer);
        if (answered.Count == 0 ? ContainsWord(question, idea.Answer) : answered.IsSubsetOf(asked))
            return CardFault.AnswerInQuestion;
        // "Isotopes are isotopes that …" tells nobody what isotopes are; that sleep pressure is the need for sleep does.
        if (idea.Kind == CardKind.Definition && question.Count > 0 && answered.Contains(TermFrequency.Stem(question[^1].Lower, _language)) && idea.AskedQuestion.StartsWith("What ", StringComparison.Ordinal) && !idea.AskedQuestion.EndsWith(" called?", StringComparison.Ordinal))
            return CardFault.AnswerInQuestion;
        var needed = idea.Kind == CardKind.Cloze ? FewClozeTerms : 1;
        return asked.Count < needed || answer.Count == 0 ? CardFault.QuestionTooVague : null;
    }

    /// <summary>Passes a card unless it asks much the same as one passed before, or two before it have the same answer.</summary>
    /// <param name="idea">A card without fault.</param>
    /// <returns>Whether it was passed.</returns>
    public bool TryPass(CardIdea idea)
    {
        ArgumentNullException.ThrowIfNull(idea);
        var stems = Stems(idea.AskedQuestion);
        stems.UnionWith(Stems(idea.Answer));
        var answer = string.Join(' ', Tokens.Of(idea.Answer).Select(word => TermFrequency.Stem(word.Lower, _language)));
        var sameAnswer = _passed.Where(other => string.Equals(answer, other.Answer, StringComparison.Ordinal)).ToList();
        if (sameAnswer.Count >= MostForOneAnswer || sameAnswer.Exists(other => Likeness(stems, other.Stems) >= TooAlike / 2))
            return false;
        if (_passed.Exists(other => Likeness(stems, other.Stems) >= TooAlike))
            return false;
        // One question with two answers cannot be marked.
        if (!_questions.Add(QuestionKey(idea)))
            return false;
        _passed.Add((stems, answer));
        return true;
    }

    // "Who is Locke?" and "who was Locke?" are one question.
    private string QuestionKey(CardIdea idea) => idea.Kind == CardKind.Cloze
        ? idea.AskedQuestion
        : string.Join(' ', Tokens.Of(idea.AskedQuestion).Where((word, index) => index == 0 || !_stopWords.Contains(word.Lower)).Select(word => TermFrequency.Stem(word.Lower, _language)));

    private static bool LeavesOutPerson(CardIdea idea) => idea.Question.StartsWith(CardIdea.GapStart, StringComparison.Ordinal) && char.IsUpper(idea.Answer[0]);

    private static bool IsReason(CardIdea idea) => idea.Answer.StartsWith("because ", StringComparison.OrdinalIgnoreCase);

    private static bool ContainsWord(IReadOnlyList<Word> words, string answer) =>
        words.Any(word => string.Equals(word.Lower, answer.ToLowerInvariant(), StringComparison.Ordinal));

    private static double Likeness(HashSet<string> first, HashSet<string> second)
    {
        var shared = first.Count(second.Contains);
        return shared == 0 ? 0 : (double)shared / (first.Count + second.Count - shared);
    }

    private HashSet<string> Stems(string text) => Tokens.Of(text)
        .Select(word => word.Lower)
        .Where(word => !_stopWords.Contains(word))
        .Select(word => TermFrequency.Stem(word, _language))
        .ToHashSet(StringComparer.Ordinal);
}
