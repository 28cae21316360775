namespace Lectern.Tests.Recorder;

/// <summary>A mark as the recorder sends it.</summary>
internal sealed record SentMark(Guid Id, string Kind, double Seconds, double? EndSeconds, double? MissingSeconds, string? Text);
