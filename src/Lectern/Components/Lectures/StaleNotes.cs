using Lectern.Inference;
using Lectern.Library;
using Lectern.Notes;

namespace Lectern.Components.Lectures;

/// <summary>Finds the pieces of the notes that were made from words which were edited since.</summary>
internal static class StaleNotes
{
    /// <summary>Returns their keys.</summary>
    internal static IReadOnlySet<int> KeysOf(LectureView view)
    {
        if (view.Notes is not { } notes)
            return new HashSet<int>();
        List<TranscriptSegment> transcript = [.. view.Segments.Select(row => new TranscriptSegment
        {
            StartSample = row.StartSample,
            EndSample = row.EndSample,
            Text = row.Text,
            MeanLogProbability = row.MeanLogProbability,
            IsFlagged = row.IsFlagged,
        })];
        var stale = new HashSet<int>();
        foreach (var item in notes.Summaries.Values.SelectMany(items => items).Where(item => !item.IsRemoved && RefreshNotes.IsStale(item, Place.Of(item.Value), transcript)))
            stale.Add(item.Key);
        foreach (var item in notes.KeyTerms.Where(item => !item.IsRemoved && RefreshNotes.IsStale(item, Place.Of(item.Value), transcript)))
            stale.Add(item.Key);
        foreach (var item in notes.Cards.Where(item => !item.IsRemoved && RefreshNotes.IsStale(item, Place.Of(item.Value), transcript)))
            stale.Add(item.Key);
        return stale;
    }
}
