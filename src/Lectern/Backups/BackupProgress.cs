namespace Lectern.Backups;

/// <summary>How far a backup or its restoring is.</summary>
/// <param name="DoneBytes">Bytes that are done.</param>
/// <param name="TotalBytes">Bytes to do.</param>
public readonly record struct BackupProgress(long DoneBytes, long TotalBytes);
