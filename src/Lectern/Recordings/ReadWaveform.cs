using Lectern.Data;
using Lectern.Inference;

namespace Lectern.Recordings;

/// <summary>Reads a lecture's waveform.</summary>
/// <param name="audio">The recordings.</param>
public sealed class ReadWaveform(AudioFolder audio)
{
    /// <summary>Reads what there is of it; a lecture that was not heard yet has none.</summary>
    /// <param name="lectureId">The lecture, which is the user's own.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<Waveform> RunAsync(Guid lectureId, CancellationToken cancellation)
    {
        var path = audio.WaveformOf(lectureId);
        byte[] peaks = [];
        if (File.Exists(path))
        {
            // It may grow meanwhile.
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            peaks = new byte[file.Length];
            await file.ReadExactlyAsync(peaks, cancellation);
        }

        return new Waveform((double)WaveformFile.PeakSamples / SampleClock.Rate, [.. peaks.Select(peak => (int)peak)]);
    }
}
