using Lectern.Data;

namespace Lectern.Sessions;

/// <summary>A change by hand.</summary>
/// <param name="Target">What kind of thing is changed.</param>
/// <param name="Item">Which one: a segment's index, the key of a piece of the notes, 0 for the title.</param>
/// <param name="Text">What shall stand there; for <see cref="EditTarget.CardPresence"/> "kept" or "removed".</param>
[GenerateSerializer, Immutable]
public sealed record LectureEdit(EditTarget Target, int Item, string Text);
