using Lectern.Data;

namespace Lectern.Library;

/// <summary>A line that was found.</summary>
/// <param name="Kind">What it is a part of.</param>
/// <param name="Item">Which one of its kind: a segment's index, the key of a piece of the notes; negative for a section.</param>
/// <param name="Start">When it is heard.</param>
/// <param name="Parts">The line, shortened round the matches where it is long.</param>
public sealed record SearchHit(SearchLineKind Kind, int Item, TimeSpan Start, IReadOnlyList<TextPart> Parts);
