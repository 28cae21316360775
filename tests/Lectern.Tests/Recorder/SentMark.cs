namespace Lectern.Tests.Recorder;

/// <summary>A mark of a recording, as the server tells it.</summary>
internal sealed record SentMark(Guid Id, string Kind, double Seconds, double EndSeconds, double MissingSeconds, string Text);
