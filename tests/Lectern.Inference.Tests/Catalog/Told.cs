using System.Collections.Concurrent;
using Lectern.Inference.Catalog;

namespace Lectern.Inference.Tests.Catalog;

/// <summary>Keeps what was told, at once and in order, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class Told(Action<ModelProgress>? then = null) : IProgress<ModelProgress>
{
    internal ConcurrentQueue<ModelProgress> All { get; } = [];

    public void Report(ModelProgress value)
    {
        All.Enqueue(value);
        then?.Invoke(value);
    }
}
