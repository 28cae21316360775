using System.Security.Cryptography;
using System.Text;
using Lectern.Inference;

namespace Lectern.Notes;

/// <summary>Tells whether words that something was made from have changed since.</summary>
internal static class SourceFingerprint
{
    private const int Bytes = 8;

    /// <summary>Computes the fingerprint of some segments' texts: sixteen hexadecimal digits.</summary>
    /// <param name="transcript">The transcript as it stands.</param>
    /// <param name="firstSegment">Index of the first segment.</param>
    /// <param name="lastSegment">Index of the last one.</param>
    internal static string Of(IReadOnlyList<TranscriptSegment> transcript, int firstSegment, int lastSegment)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = firstSegment; i <= lastSegment && i < transcript.Count; i++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(transcript[i].Text));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }
}
