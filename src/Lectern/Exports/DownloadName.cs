using System.Globalization;
using System.Text;
using Lectern.Ingest;

namespace Lectern.Exports;

/// <summary>Names downloads so that every system can store them, and no two of a lecture replace each other.</summary>
internal static class DownloadName
{
    private const int MaxTitle = 80;
    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>Returns the name of a file: lecture, time, what it is.</summary>
    /// <param name="title">The lecture's title.</param>
    /// <param name="at">When it is downloaded.</param>
    /// <param name="file">What it is, with its ending.</param>
    internal static string Of(string title, DateTimeOffset at, string file)
    {
        var stem = Safe(title);
        if (stem.Length > MaxTitle)
            stem = stem[..(char.IsHighSurrogate(stem[MaxTitle - 1]) ? MaxTitle - 1 : MaxTitle)].TrimEnd();
        return $"{stem}_{at.ToString("yyyy-MM-dd_HH-mm-ss", CultureInfo.InvariantCulture)}_{file}";
    }

    /// <summary>Returns a name that no system takes for a path.</summary>
    internal static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var character in name)
            safe.Append(Forbidden.Contains(character, StringComparison.Ordinal) ? '-' : character);
        return HarmlessName.Of(safe.ToString());
    }
}
