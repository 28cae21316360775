namespace Lectern.Notes.Exports.Subtitles;

/// <summary>A subtitle: one or two lines and when they are shown.</summary>
public sealed record Cue
{
    /// <summary>Number of the cue, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it appears, in whole milliseconds from the start of the lecture.</summary>
    public required long StartMilliseconds { get; init; }

    /// <summary>When it goes, in whole milliseconds; after <see cref="StartMilliseconds"/> and not after the next cue appears.</summary>
    public required long EndMilliseconds { get; init; }

    /// <summary>One or two lines, none empty.</summary>
    public required IReadOnlyList<string> Lines { get; init; }
}
