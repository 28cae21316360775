namespace Lectern.Notes;

/// <summary>A piece of the notes that the user can change, with what it was made from.</summary>
/// <typeparam name="T">What it is: a cited sentence, a key term, a card.</typeparam>
/// <param name="Key">Tells it from all other pieces of the lecture's notes; never used again.</param>
/// <param name="Value">The piece as it stands.</param>
/// <param name="Source">Fingerprint of the words that it was made from: it is stale when that of the transcript now is another.</param>
public sealed record NoteItem<T>(int Key, T Value, string Source)
    where T : class
{
    /// <summary>The piece as it was made; null where the user has not changed it.</summary>
    public T? Original { get; init; }

    /// <summary>Whether the user took it out; it is kept so that this can be undone.</summary>
    public bool IsRemoved { get; init; }
}
