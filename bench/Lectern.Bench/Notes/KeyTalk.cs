namespace Lectern.Bench.Notes;

/// <summary>One talk of <c>keypoints.jsonl</c>.</summary>
internal sealed record KeyTalk(IReadOnlyList<KeyClip> Clips);
