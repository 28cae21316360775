using System.Text.RegularExpressions;
using Lectern.Data;

namespace Lectern.Backups;

/// <summary>The names that files in a backup can have. A name that is not one of these never becomes a path.</summary>
internal static partial class BackupNames
{
    internal const string Manifest = "manifest.json";
    internal const string Database = "lectern.db";

    private const string AudioFolderName = "audio";
    private const string KeysFolderName = "keys";

    /// <summary>Names a file of a lecture's audio.</summary>
    internal static string OfAudio(Guid lectureId, string path) => $"{AudioFolderName}/{lectureId:N}/{Path.GetFileName(path)}";

    /// <summary>Names a key.</summary>
    internal static string OfKey(string path) => $"{KeysFolderName}/{Path.GetFileName(path)}";

    /// <summary>Returns where a file lies in a data folder; null where the name is not one of a backup's.</summary>
    internal static string? PathIn(DataLayout layout, string name) => name switch
    {
        Database => layout.Database,
        _ when Audio().IsMatch(name) => Path.Combine(layout.Audio, Path.Combine(name.Split('/')[1..])),
        _ when Key().IsMatch(name) => Path.Combine(layout.Keys, name.Split('/')[1]),
        _ => null,
    };

    [GeneratedRegex(@"\Aaudio/[0-9a-f]{32}/(recording|waveform|photo-[0-9a-f]{32}-[0-9a-f]{16})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Audio();

    [GeneratedRegex(@"\Akeys/[0-9A-Za-z-]{1,80}\.xml\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}
