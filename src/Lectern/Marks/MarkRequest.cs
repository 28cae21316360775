namespace Lectern.Marks;

/// <summary>A mark as a browser sends it; what is missing or wrong is said by <see cref="MarkRules"/>, once it is known whose lecture it is.</summary>
/// <param name="Id">Its id, a random GUID made by the sender.</param>
/// <param name="Kind">What it says of its moment.</param>
/// <param name="Seconds">When it begins, in the recording.</param>
/// <param name="EndSeconds">When it ends; null for a moment.</param>
/// <param name="MissingSeconds">How much real time is missing in a gap; null for all else.</param>
/// <param name="Text">The words of a note, or why there is a gap; null for none.</param>
public sealed record MarkRequest(Guid? Id, string? Kind, double? Seconds, double? EndSeconds, double? MissingSeconds, string? Text);
