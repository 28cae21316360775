using System.Security.Cryptography;
using System.Text;
using Lectern.Data;
using Lectern.Notes.Marks;

namespace Lectern.Marks;

/// <summary>Turns stored marks into those that notes and exports know.</summary>
internal static class ToMarks
{
    private const int FingerprintBytes = 8;

    /// <summary>Returns the marks, in the order of the rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="photoFile">Says under which name an archive holds a photo; null where the photos do not come along.</param>
    internal static IReadOnlyList<Mark> Run(IEnumerable<MarkRow> rows, Func<MarkRow, string>? photoFile = null) => [.. rows.Select(row => new Mark
    {
        Kind = row.Kind,
        StartSample = row.StartSample,
        EndSample = row.EndSample,
        Missing = TimeSpan.FromMilliseconds(row.MissingMilliseconds),
        Text = row.Text,
        PhotoFile = row.Photo is null ? null : photoFile?.Invoke(row),
    })];

    /// <summary>Computes a fingerprint of those marks that play a part in notes; null where none does.</summary>
    internal static string? Fingerprint(IEnumerable<Mark> marks)
    {
        var lines = marks.Where(mark => MarkWeights.Weighs(mark.Kind))
            .Select(mark => FormattableString.Invariant($"{mark.Kind} {mark.StartSample} {mark.EndSample}\n"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        return lines.Count == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))).AsSpan(0, FingerprintBytes));
    }
}
