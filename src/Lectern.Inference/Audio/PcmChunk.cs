namespace Lectern.Inference.Audio;

/// <summary>A run of decoded sound: mono PCM at <see cref="SampleClock.Rate"/>.</summary>
/// <param name="StartSample">Offset of the first sample on the recording's clock; 0 in the first chunk, and each next chunk begins where the last one ended.</param>
/// <param name="Samples">One value a sample in [-1, 1], at least one. The memory is the receiver's own: the decoder never writes to it again.</param>
public readonly record struct PcmChunk(long StartSample, ReadOnlyMemory<float> Samples);
