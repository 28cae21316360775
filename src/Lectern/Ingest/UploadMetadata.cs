using System.Text;

namespace Lectern.Ingest;

/// <summary>What a client says of the file that it sends (tus, <c>Upload-Metadata</c>): keys and Base64 values.</summary>
public sealed class UploadMetadata
{
    /// <summary>The longest header that is kept, in characters.</summary>
    public const int MaxLength = 4096;

    private readonly Dictionary<string, byte[]> _values = new(StringComparer.Ordinal);

    private UploadMetadata()
    {
    }

    /// <summary>Reads the header.</summary>
    /// <param name="header">The header's value; empty where there is none.</param>
    /// <returns>Null where it breaks a rule: keys are ASCII, neither empty nor twice there, values are Base64 or absent.</returns>
    public static UploadMetadata? TryParse(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (header.Length > MaxLength)
            return null;
        var metadata = new UploadMetadata();
        return header.Length == 0 || header.Split(',').All(metadata.TryAdd) ? metadata : null;
    }

    /// <summary>Returns the text of a key; null where it is not there.</summary>
    /// <remarks>Bytes that are no UTF-8 become replacement characters.</remarks>
    public string? this[string key] => _values.TryGetValue(key, out var value) ? Encoding.UTF8.GetString(value) : null;

    private bool TryAdd(string pair)
    {
        var parts = pair.Trim(' ').Split(' ');
        if (parts.Length > 2 || parts[0].Length == 0 || !parts[0].All(char.IsAscii) || parts[0].Any(char.IsControl))
            return false;
        var text = parts.Length == 2 ? parts[1] : "";
        var value = new byte[text.Length];
        return Convert.TryFromBase64String(text, value, out var length) && _values.TryAdd(parts[0], value[..length]);
    }
}
