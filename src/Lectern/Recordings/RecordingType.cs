namespace Lectern.Recordings;

/// <summary>Tells the media type of a recording by its first bytes; what its sender said of it plays no part.</summary>
public static class RecordingType
{
    /// <summary>How many first bytes are looked at.</summary>
    public const int HeadBytes = 64;

    /// <summary>What a recording is that is none known.</summary>
    public const string Unknown = "application/octet-stream";

    /// <summary>Returns the media type.</summary>
    /// <param name="head">The first bytes; fewer than <see cref="HeadBytes"/> where there are no more.</param>
    public static string Of(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'R' or (byte)'X', (byte)'I', (byte)'F', (byte)'F', ..] or [(byte)'R', (byte)'F', (byte)'6', (byte)'4', ..] when Has(head, 8, "WAVE"u8) => "audio/wav",
        [(byte)'I', (byte)'D', (byte)'3', ..] => "audio/mpeg",
        [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => "audio/flac",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => Has(head, 28, "\x80theora"u8) || Has(head, 29, "theora"u8) ? "video/ogg" : "audio/ogg",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => head.IndexOf("webm"u8) >= 0 ? "audio/webm" : "video/x-matroska",
        [(byte)'F', (byte)'O', (byte)'R', (byte)'M', ..] when Has(head, 8, "AIFF"u8) || Has(head, 8, "AIFC"u8) => "audio/aiff",
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => "audio/amr",
        [(byte)'c', (byte)'a', (byte)'f', (byte)'f', ..] => "audio/x-caf",
        [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, ..] => "audio/x-ms-wma",
        // Sync words: that of ADTS has the layer 0, which MPEG audio has not.
        [0xFF, 0xF0 or 0xF1 or 0xF8 or 0xF9, ..] => "audio/aac",
        [0xFF, >= 0xE2, ..] => "audio/mpeg",
        _ => OfBoxes(head),
    };

    // ISO base media: a sound-only brand says so; others may hold pictures too.
    private static string OfBoxes(ReadOnlySpan<byte> head)
    {
        if (Has(head, 4, "ftyp"u8))
            return Has(head, 8, "M4A"u8) || Has(head, 8, "M4B"u8) || Has(head, 8, "F4A"u8) ? "audio/mp4" : "video/mp4";
        return Has(head, 4, "moov"u8) || Has(head, 4, "mdat"u8) || Has(head, 4, "wide"u8) ? "video/quicktime" : Unknown;
    }

    private static bool Has(ReadOnlySpan<byte> head, int at, ReadOnlySpan<byte> word) => head.Length >= at && head[at..].StartsWith(word);
}
