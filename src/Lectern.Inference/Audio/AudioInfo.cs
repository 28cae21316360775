namespace Lectern.Inference.Audio;

/// <summary>What a file says of its own sound, read from its headers without decoding it.</summary>
/// <param name="Duration">Length by the headers; null where they do not tell it, as in a browser's WebM recording. A damaged file may claim more than it holds.</param>
/// <param name="Codec">FFmpeg's name of the audio codec, such as <c>mp3</c>, <c>aac</c> or <c>pcm_s16le</c>.</param>
/// <param name="Container">FFmpeg's name of the container as its content shows it, such as <c>wav</c> or <c>matroska,webm</c>; the file's name plays no part.</param>
/// <param name="Channels">Number of channels of the audio track that is decoded; at least 1.</param>
/// <param name="SampleRate">Samples a second and channel in the file, in Hz.</param>
public sealed record AudioInfo(TimeSpan? Duration, string Codec, string Container, int Channels, int SampleRate);
