using System.Globalization;

namespace Lectern.Inference.Audio;

/// <summary>The command lines of ffmpeg and ffprobe, with the fence round what a file may make them do.</summary>
/// <remarks>
/// A file is untrusted. Playlists (HLS, concat, DASH, SDP, image sequences) make ffmpeg open whatever they name, so only
/// containers that hold their own sound are allowed, and only the one protocol that the input itself uses; MOV's external references are off
/// by ffmpeg's own default. Only audio decoders may run: ffmpeg would otherwise use video decoders, its largest target, while it looks for the tracks.
/// </remarks>
internal static class FfmpegArguments
{
    /// <summary>The input address of a stream: ffmpeg's standard input.</summary>
    public const string StandardInput = "pipe:0";

    private const string Containers = "wav,w64,aiff,mp3,aac,mov,matroska,ogg,flac,asf,amr";

    private const string Decoders =
        "pcm_alaw,pcm_mulaw,pcm_s8,pcm_u8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be," +
        "pcm_f32le,pcm_f32be,pcm_f64le,pcm_f64be,adpcm_ms,adpcm_ima_wav,adpcm_ima_qt,gsm,gsm_ms,amrnb,amrwb," +
        "mp3float,mp3,mp2float,mp2,mp1float,mp1,aac,opus,vorbis,speex,libspeex,flac,alac," +
        "wmav1,wmav2,wmapro,wmalossless,wmavoice,ac3,eac3";

    // A gap in the file's timestamps (a recorder that slept, a damaged stretch, sound that starts after the picture) becomes silence, so
    // that a sample's offset is the time a player shows. Time never runs backwards (two recordings appended to each other both start
    // at zero; dropping the overlap would lose speech), and a leap of more than an hour is taken for a damaged timestamp. Register 0
    // holds the end of the last frame, register 1 the start of this one, in units of the time base.
    private const string KeepClock =
        @"asetpts=st(1\,if(between(PTS-ld(0)\,0\,3600/TB)\,PTS\,ld(0)))+0*st(0\,ld(1)+S/SR/TB),aresample=16000:async=1:first_pts=0";

    /// <summary>Arguments that make ffmpeg write the sound of <paramref name="input"/> to its standard output as a WAV of 32-bit floats, all channels, 16 kHz.</summary>
    /// <param name="input"><see cref="StandardInput"/> or the result of <see cref="FileInput"/>.</param>
    /// <param name="options">Limits.</param>
    public static IEnumerable<string> Decode(string input, AudioDecoderOptions options)
    {
        // One second more than allowed, so that a recording of exactly the limit differs from a longer one.
        var limitSeconds = (options.MaxDuration.TotalSeconds + 1).ToString("F3", CultureInfo.InvariantCulture);
        return
        [
            "-hide_banner", "-loglevel", "error", "-filter_threads", "1", "-threads", "1",
            .. Fence(input, options), "-codec_whitelist", Decoders,
            "-vn", "-sn", "-dn", "-i", input,
            "-vn", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1", "-t", limitSeconds,
            "-af", KeepClock, "-c:a", "pcm_f32le", "-fflags", "+bitexact", "-flush_packets", "1", "-f", "wav", "pipe:1",
        ];
    }

    /// <summary>Arguments that make ffprobe describe the audio tracks of <paramref name="input"/> as JSON.</summary>
    /// <param name="input">The result of <see cref="FileInput"/>.</param>
    /// <param name="options">Limits.</param>
    public static IEnumerable<string> Probe(string input, AudioDecoderOptions options) =>
    [
        "-hide_banner", "-loglevel", "error", "-threads", "1",
        .. Fence(input, options),
        // ffprobe gives up where one track's decoder is not allowed, so here the video decoders may open, but are given no frames to decode.
        "-skip_frame:v", "all",
        "-select_streams", "a", "-of", "json", "-show_entries",
        "format=format_name,duration:stream=codec_name,channels,sample_rate,duration:stream_disposition=default",
        "-i", input,
    ];

    /// <summary>The input address of an open file.</summary>
    /// <param name="file">Must stay open until ffmpeg has ended.</param>
    /// <remarks>
    /// On Linux it names our descriptor: ffmpeg reads the very file that was opened, even one that has no name any more, and the ending of the
    /// name cannot sway its guess at the container. Elsewhere it is the absolute path with its protocol, so that no name is taken for an option,
    /// another protocol or a pattern.
    /// </remarks>
    public static string FileInput(FileStream file) => OperatingSystem.IsLinux()
        ? $"file:/proc/{Environment.ProcessId}/fd/{file.SafeFileHandle.DangerousGetHandle()}"
        : "file:" + Path.GetFullPath(file.Name);

    private static string[] Fence(string input, AudioDecoderOptions options) =>
    [
        "-max_alloc", Math.Min(options.MaxMemoryBytes, int.MaxValue).ToString(CultureInfo.InvariantCulture),
        "-protocol_whitelist", input[..input.IndexOf(':', StringComparison.Ordinal)],
        "-format_whitelist", Containers,
    ];
}
