using Lectern.Data;
using Lectern.Notes.Cards;
using Lectern.Sessions;

namespace Lectern.Notes;

/// <summary>Puts a user's change into notes.</summary>
internal static class ChangeNotes
{
    /// <summary>What <see cref="EditTarget.CardPresence"/> reads where the card is there.</summary>
    internal const string Kept = "kept";

    /// <summary>What it reads where the card was taken out.</summary>
    internal const string Removed = "removed";

    /// <summary>Changes a piece of the notes.</summary>
    /// <returns>The notes with the change, and what stood there before.</returns>
    /// <exception cref="LectureException">There is no such piece.</exception>
    internal static (StoredNotes Notes, string Before) Run(StoredNotes notes, LectureEdit edit)
    {
        var before = "";
        StoredNotes changed = edit.Target switch
        {
            EditTarget.SummarySentence => notes with
            {
                Summaries = notes.Summaries.ToDictionary(
                    style => style.Key,
                    style => Change(style.Value, edit.Item, item => SetValue(item, item.Value with { Text = edit.Text }, static cited => cited.Text), item => before = item.Value.Text)),
            },
            EditTarget.CardQuestion => notes with { Cards = Change(notes.Cards, edit.Item, item => SetValue(item, item.Value with { Question = edit.Text }, Words), item => before = item.Value.Question) },
            EditTarget.CardAnswer => notes with { Cards = Change(notes.Cards, edit.Item, item => SetValue(item, item.Value with { Answer = edit.Text }, Words), item => before = item.Value.Answer) },
            EditTarget.CardPresence => notes with
            {
                Cards = Change(notes.Cards, edit.Item, item => item with { IsRemoved = IsRemoval(edit.Text) }, item => before = item.IsRemoved ? Removed : Kept),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(edit), edit.Target, "Not a part of the notes."),
        };
        return before.Length == 0 ? throw new LectureException("What you changed is not there any more: the notes were made anew meanwhile.") : (changed, before);
    }

    private static bool IsRemoval(string text) => text switch
    {
        Removed => true,
        Kept => false,
        _ => throw new LectureException($"A card is '{Kept}' or '{Removed}', not '{text}'."),
    };

    private static IReadOnlyList<NoteItem<T>> Change<T>(IReadOnlyList<NoteItem<T>> items, int key, Func<NoteItem<T>, NoteItem<T>> change, Action<NoteItem<T>> found)
        where T : class
    {
        var index = items.ToList().FindIndex(item => item.Key == key);
        if (index < 0)
            return items;
        found(items[index]);
        return [.. items.Take(index), change(items[index]), .. items.Skip(index + 1)];
    }

    private static string Words(CardDraft card) => $"{card.Question}\n{card.Answer}";

    /// <summary>Keeps the original beside the change; a piece that reads as at first again has none.</summary>
    private static NoteItem<T> SetValue<T>(NoteItem<T> item, T value, Func<T, string> words)
        where T : class
    {
        var original = item.Original ?? item.Value;
        return item with { Value = value, Original = string.Equals(words(value), words(original), StringComparison.Ordinal) ? null : original };
    }
}
