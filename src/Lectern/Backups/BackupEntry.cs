namespace Lectern.Backups;

/// <summary>A file in a backup.</summary>
/// <param name="Name">Its path in the data folder, with slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">The SHA-256 of its content in small hexadecimal digits.</param>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);
