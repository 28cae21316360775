namespace Lectern.Marks;

/// <summary>Tells the media type of a photo by its first bytes; what its sender said of it plays no part.</summary>
internal static class PhotoType
{
    /// <summary>How many first bytes are looked at.</summary>
    internal const int HeadBytes = 12;

    /// <summary>Returns the media type; null where it is no JPEG, PNG or WebP.</summary>
    /// <param name="head">The first bytes.</param>
    internal static string? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => null,
    };

    /// <summary>Returns how the name of a photo's file shall end: ".jpg", ".png" or ".webp".</summary>
    /// <param name="path">The file; one that is not there has nothing to end with.</param>
    internal static string EndingOfFile(string path)
    {
        if (!File.Exists(path))
            return "";
        Span<byte> head = stackalloc byte[HeadBytes];
        using var file = File.OpenRead(path);
        return Of(head[..file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)]) switch
        {
            "image/png" => ".png",
            "image/webp" => ".webp",
            _ => ".jpg",
        };
    }
}
