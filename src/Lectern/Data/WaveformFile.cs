using Lectern.Inference;
using Lectern.Inference.Audio;

namespace Lectern.Data;

/// <summary>Writes a lecture's waveform while its audio is decoded: the loudest sample of each tenth of a second, a byte each.</summary>
/// <remarks>A later run writes the same bytes to the same places, so nothing has to be resumed. Not thread-safe.</remarks>
/// <param name="path">The file.</param>
internal sealed class WaveformFile(string path) : IDisposable
{
    /// <summary>Samples that share a byte.</summary>
    internal const int PeakSamples = SampleClock.Rate / 10;

    private readonly FileStream _file = new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read | FileShare.Delete);
    private float _loudest;
    private int _count;

    /// <summary>Adds the next chunk.</summary>
    internal void Add(PcmChunk chunk)
    {
        foreach (var sample in chunk.Samples.Span)
        {
            _loudest = Math.Max(_loudest, Math.Abs(sample));
            if (++_count == PeakSamples)
                Write();
        }

        // A page that looks meanwhile sees what is there.
        _file.Flush();
    }

    /// <summary>Writes the last peak and closes the file.</summary>
    public void Dispose()
    {
        if (_count > 0)
            Write();
        _file.Dispose();
    }

    private void Write()
    {
        _file.WriteByte((byte)Math.Clamp(MathF.Round(_loudest * byte.MaxValue), 0, byte.MaxValue));
        (_loudest, _count) = (0, 0);
    }
}
