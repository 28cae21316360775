using System.Security.Cryptography;
using System.Text;
using Lectern.Notes.Outline;
using Lectern.Notes.Sentences;

namespace Lectern.Notes.Cards;

/// <summary>Chooses the cards of a lecture among all that can be made.</summary>
public static class CardWriter
{
    private const double SameKindFactor = 0.8;
    private const int IdDigits = 16;

    /// <summary>Returns up to a number of cards in the order of the lecture.</summary>
    /// <param name="ideas">All cards that can be made; the order does not matter but for equals.</param>
    /// <param name="sentences">The sentences of the lecture.</param>
    /// <param name="sections">Its sections.</param>
    /// <param name="count">How many cards are wanted; 0 or more.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <returns>
    /// As many cards as wanted or fewer, never one that <see cref="CardFilter"/> faults, never two of one sentence. The sections take
    /// turns, each with its best card that is left, so that the cards cover the lecture.
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

        var chosen = Choose(queues, count, filter, dropped);
        return new CardSet
        {
            Cards = [.. chosen.OrderBy(idea => idea.Sentence).Select(idea => ToDraft(idea, sentences, sections))],
            Dropped = [.. dropped.Select(entry => new DroppedCards(entry.Key, entry.Value))],
        };
    }

    private static List<CardIdea> Choose(List<CardIdea>[] queues, int count, CardFilter filter, SortedDictionary<CardFault, int> dropped)
    {
        var chosen = new List<CardIdea>();
        var kinds = new int[Enum.GetValues<CardKind>().Length];
        while (chosen.Count < count && Array.Exists(queues, queue => queue.Count > 0))
        {
            foreach (var queue in queues.Where(queue => queue.Count > 0))
            {
                if (chosen.Count == count)
                    break;
                if (TakeBest(queue, kinds, filter, dropped) is not { } best)
                    continue;
                chosen.Add(best);
                kinds[(int)best.Kind]++;
                queue.RemoveAll(idea => idea.Sentence == best.Sentence);
            }
        }

        return chosen;
    }

    // A kind that has had many cards already has to be better than the others to have one more.
    private static CardIdea? TakeBest(List<CardIdea> queue, int[] kinds, CardFilter filter, SortedDictionary<CardFault, int> dropped)
    {
        while (queue.Count > 0)
        {
            var fewest = kinds.Min();
            var best = queue.MaxBy(idea => idea.Score * Math.Pow(SameKindFactor, kinds[(int)idea.Kind] - fewest))!;
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
