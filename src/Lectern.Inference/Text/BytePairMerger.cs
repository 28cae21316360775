using System.Runtime.InteropServices;

namespace Lectern.Inference.Text;

/// <summary>Merges neighbouring pieces, the most urgent pair first, until no pair of the list is left.</summary>
/// <remarks>
/// Byte-pair encoding as in Sennrich, Haddow and Birch 2016; of equal pairs the left one goes first. A queue of candidates over
/// a linked list takes O(n log n), where rescanning takes O(n²): llama's texts are one word of any length. Thread-safe.
/// </remarks>
internal sealed class BytePairMerger
{
    private readonly Dictionary<long, Merge> _merges;

    /// <summary>Prepares the merges.</summary>
    /// <param name="merges">Pairs of pieces, most urgent first; of a pair that comes twice the first counts.</param>
    /// <param name="vocabulary">Ids of the pieces.</param>
    /// <exception cref="FormatException">A merge reads or makes a piece that the vocabulary lacks.</exception>
    internal BytePairMerger(IReadOnlyList<(string Left, string Right)> merges, IReadOnlyDictionary<string, int> vocabulary)
    {
        _merges = new Dictionary<long, Merge>(merges.Count);
        for (var rank = 0; rank < merges.Count; rank++)
        {
            var (left, right) = merges[rank];
            if (!vocabulary.TryGetValue(left, out var leftId) || !vocabulary.TryGetValue(right, out var rightId)
                || !vocabulary.TryGetValue(left + right, out var result))
                throw new FormatException($"the merge of '{left}' and '{right}' is not about pieces of the vocabulary");
            _merges.TryAdd(Key(leftId, rightId), new Merge(rank, result));
        }
    }

    /// <summary>Merges the pieces of one word.</summary>
    /// <param name="ids">Ids of the word's characters or bytes; what remains after merging, in order, when the call returns.</param>
    internal void Apply(List<int> ids)
    {
        if (ids.Count < 2)
            return;
        var chain = new Chain(ids.Count);
        var candidates = new PriorityQueue<Candidate, (int Rank, int Position)>();
        for (var k = 0; k + 1 < ids.Count; k++)
            Consider(ids, k, k + 1, candidates);
        while (candidates.TryDequeue(out var candidate, out var priority))
        {
            var (left, right) = (priority.Position, candidate.Right);
            // A candidate is stale when one of its two pieces has become part of another since.
            if (chain.Next[left] != right || ids[left] != candidate.LeftId || ids[right] != candidate.RightId)
                continue;
            ids[left] = candidate.Result;
            chain.Remove(right);
            Consider(ids, left, chain.Next[left], candidates);
            Consider(ids, chain.Previous[left], left, candidates);
        }

        Compact(ids, chain);
    }

    private static long Key(int left, int right) => ((long)left << 32) | (uint)right;

    private static void Compact(List<int> ids, Chain chain)
    {
        var count = 0;
        for (var k = 0; k >= 0; k = chain.Next[k])
            ids[count++] = ids[k];
        CollectionsMarshal.SetCount(ids, count);
    }

    private void Consider(List<int> ids, int left, int right, PriorityQueue<Candidate, (int Rank, int Position)> candidates)
    {
        if (left >= 0 && right >= 0 && _merges.TryGetValue(Key(ids[left], ids[right]), out var merge))
            candidates.Enqueue(new Candidate(right, ids[left], ids[right], merge.Result), (merge.Rank, left));
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Merge(int Rank, int Result);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Candidate(int Right, int LeftId, int RightId, int Result);

    /// <summary>The positions that are still pieces; -1 ends the chain on both sides, -2 marks a removed position.</summary>
    private sealed class Chain
    {
        internal Chain(int length)
        {
            Next = [.. Enumerable.Range(1, length)];
            Next[^1] = -1;
            Previous = [.. Enumerable.Range(-1, length)];
        }

        internal int[] Next { get; }

        internal int[] Previous { get; }

        internal void Remove(int position)
        {
            var (before, after) = (Previous[position], Next[position]);
            Next[before] = after;
            if (after >= 0)
                Previous[after] = before;
            Next[position] = -2;
        }
    }
}
