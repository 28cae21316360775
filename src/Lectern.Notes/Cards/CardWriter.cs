using System.Security.Cryptography;
using System.Text;
using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Cards;

/// <summary>Chooses the cards of a lecture among all that can be made.</summary>
public static class CardWriter
{
    private const double SameKindCost = 0.3;
    private const double NearFactor = 0.4;

    // Of cards between these a reader who did not know their maker kept half, of those above both three in four: one of them may stand for a section
    // that has no better. Below both a card is filler.
    private const double GoodEnough = 0.6;
    private const double BetterThanNone = 0.45;
    private const int IdDigits = 16;

    // Cards lie as far apart as so many of them would; not as many as are wanted, so that fewer cards are some of the same.
    private const int UsualCards = 20;

    /// <summary>Returns up to a number of cards, the most important first.</summary>
    /// <param name="ideas">All cards that can be made; the order does not matter but for equals.</param>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="sections">Its sections.</param>
    /// <param name="count">How many cards are wanted; 0 or more.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <returns>
    /// As many cards as wanted or fewer, never one that <see cref="CardFilter"/> faults, never two of one sentence. Every
    /// section has one if it can; the others are the best that are left, spread over the lecture.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static CardSet Write(
        IEnumerable<CardIdea> ideas, IReadOnlyList<Sentence> sentences, IReadOnlyList<Section> sections, int count, string language)
    {
        ArgumentNullException.ThrowIfNull(ideas);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentOutOfRangeException.ThrowIfNegative(count);

        var filter = new CardFilter(language);
        var dropped = new SortedDictionary<CardFault, int>();
        var queues = new List<CardIdea>[sections.Count];
        for (var section = 0; section < queues.Length; section++)
            queues[section] = [];
        foreach (var idea in ideas)
        {
            if (filter.FaultOf(idea) is { } fault)
                dropped[fault] = dropped.GetValueOrDefault(fault) + 1;
            else
                queues[Section.IndexOf(sections, idea.Sentence)].Add(idea);
        }

        var chosen = Choose(queues, count, sentences.Count, filter, dropped);
        return new CardSet
        {
            Cards = [.. chosen.OrderByDescending(idea => idea.Score).ThenBy(idea => idea.Sentence).Select(idea => ToDraft(idea, sentences, sections))],
            Dropped = [.. dropped.Select(entry => new DroppedCards(entry.Key, entry.Value))],
        };
    }

    // Each section has its best card first; then the best of all that is left, the better the further it is from those before it.
    private static List<CardIdea> Choose(List<CardIdea>[] queues, int count, int sentences, CardFilter filter, SortedDictionary<CardFault, int> dropped)
    {
        var chosen = new List<CardIdea>();
        var usualGap = (double)sentences / UsualCards;
        var order = queues.Select((queue, section) => (Best: queue.Select(idea => idea.Score).DefaultIfEmpty().Max(), section)).OrderByDescending(entry => entry.Best);
        foreach (var (_, section) in order)
        {
            queues[section].RemoveAll(idea => idea.Score < BetterThanNone);
            if (chosen.Count < count && TakeBest(queues[section], idea => Spread(idea, chosen, usualGap), filter, dropped) is { } first)
                chosen.Add(first);
        }

        var left = queues.SelectMany(queue => queue).Where(idea => idea.Score >= GoodEnough && IsFree(idea)).ToList();
        while (chosen.Count < count && TakeBest(left, idea => Spread(idea, chosen, usualGap), filter, dropped) is { } next)
        {
            chosen.Add(next);
            left.RemoveAll(idea => !IsFree(idea));
        }

        return chosen;

        bool IsFree(CardIdea idea) => chosen.TrueForAll(other => other.Sentence != idea.Sentence);
    }

    // A kind that has had many cards, and a place that has had one, must be better than others to have one more.
    private static double Spread(CardIdea idea, List<CardIdea> chosen, double usualGap)
    {
        if (chosen.Count == 0)
            return idea.Score;
        var distance = chosen.Min(other => Math.Abs(other.Sentence - idea.Sentence));
        var sameKind = chosen.Count(other => other.Kind == idea.Kind) / (double)chosen.Count;
        return idea.Score * Math.Min(1, NearFactor + ((1 - NearFactor) * distance / usualGap)) * (1 - (SameKindCost * sameKind));
    }

    private static CardIdea? TakeBest(List<CardIdea> queue, Func<CardIdea, double> worth, CardFilter filter, SortedDictionary<CardFault, int> dropped)
    {
        while (queue.Count > 0)
        {
            var best = queue.MaxBy(worth)!;
            queue.Remove(best);
            if (filter.TryPass(best))
                return best;
            dropped[CardFault.Duplicate] = dropped.GetValueOrDefault(CardFault.Duplicate) + 1;
        }

        return null;
    }

    private static CardDraft ToDraft(CardIdea idea, IReadOnlyList<Sentence> sentences, IReadOnlyList<Section> sections)
    {
        var sentence = sentences[idea.Sentence];
        return new CardDraft
        {
            Id = IdOf(idea, sentence),
            Kind = idea.Kind,
            Question = idea.Question,
            Answer = idea.Answer,
            Score = idea.Score,
            Sentence = idea.Sentence,
            Section = Section.IndexOf(sections, idea.Sentence),
            StartSample = sentence.StartSample,
            EndSample = sentence.EndSample,
            FirstSegment = sentence.FirstSegment,
            LastSegment = sentence.LastSegment,
        };
    }

    private static string IdOf(CardIdea idea, Sentence sentence)
    {
        var content = string.Join('\u001f', idea.Kind, idea.Question, idea.Answer, sentence.StartSample, sentence.EndSample);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..IdDigits];
    }
}
