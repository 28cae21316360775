namespace Lectern.Recordings;

/// <summary>A recording's loudness as a player draws it.</summary>
/// <param name="SecondsPerPeak">How much of the recording a peak stands for.</param>
/// <param name="Peaks">The loudest sample of each stretch, from 0 to 255; as many as are known yet.</param>
public sealed record Waveform(double SecondsPerPeak, IReadOnlyList<int> Peaks);
