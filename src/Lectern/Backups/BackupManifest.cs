namespace Lectern.Backups;

/// <summary>What a backup holds; the last file in it, so that one that was cut off has none.</summary>
public sealed record BackupManifest
{
    /// <summary>The format that this program writes, and the newest that it reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of the backup.</summary>
    public required int Format { get; init; }

    /// <summary>The version of the program that wrote it, for people.</summary>
    public required string Program { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The number of lectures, those in the recycle bin too.</summary>
    public required int Lectures { get; init; }

    /// <summary>All other files of the backup.</summary>
    public required IReadOnlyList<BackupEntry> Files { get; init; }
}
