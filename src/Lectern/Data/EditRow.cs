namespace Lectern.Data;

/// <summary>A change that the user made by hand. Rows are added and never changed, but for <see cref="UndoneAt"/>.</summary>
public sealed class EditRow
{
    /// <summary>Rises with every edit.</summary>
    public long Id { get; init; }

    /// <summary>The lecture.</summary>
    public required Guid LectureId { get; init; }

    /// <summary>What kind of thing was changed.</summary>
    public required EditTarget Target { get; init; }

    /// <summary>Which one of its kind: a segment's index or the key of an item of the notes; 0 for the title.</summary>
    public required int Item { get; init; }

    /// <summary>What stood there before.</summary>
    public required string Before { get; init; }

    /// <summary>What stands there since.</summary>
    public required string After { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>When it was taken back; null where it holds.</summary>
    public DateTimeOffset? UndoneAt { get; set; }
}
