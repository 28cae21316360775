using Lectern.Hosting;
using Lectern.Inference.Catalog;
using Microsoft.Extensions.Options;

namespace Lectern.Models;

/// <summary>The server's speech models: loaded once, shared by all lectures, unloaded when nobody has used them for a while.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class SharedModels : IAsyncDisposable
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(5);

    private readonly ModelPool<SpeechModels> _pool;
    private readonly ModelStore _store;
    private readonly string? _configured;
    private Fetched? _fetching;

    /// <summary>Makes an empty pool.</summary>
    /// <param name="store">The models on this machine.</param>
    /// <param name="options">The settings, which may name the model.</param>
    /// <param name="clock">Times idleness.</param>
    public SharedModels(ModelStore store, IOptions<LecternOptions> options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _store = store;
        _configured = options.Value.Model;
        _pool = new ModelPool<SpeechModels>(LoadAsync, IdleTime, clock);
    }

    /// <summary>Gets the id of the speech model for new lectures.</summary>
    public string DefaultId => _configured ?? _store.Catalog.Default.Id;

    /// <summary>Gets how much of a model is fetched, from 0 to 1; null where none is being fetched or its size is not known.</summary>
    public double? FetchedShare => Volatile.Read(ref _fetching)?.Share;

    /// <summary>Gets the use of a speech model, fetching and loading it where needed.</summary>
    /// <exception cref="Inference.ModelException">There is no such model, or it cannot be fetched or loaded.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task<ModelLease<SpeechModels>> RentAsync(string id, CancellationToken cancellation) => _pool.RentAsync(id, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private async Task<SpeechModels> LoadAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return await SpeechModels.OpenAsync(_store, id, new Teller(this), cancellation);
        }
        finally
        {
            Volatile.Write(ref _fetching, null);
        }
    }

    private sealed record Fetched(double? Share);

    private sealed class Teller(SharedModels models) : IProgress<ModelProgress>
    {
        public void Report(ModelProgress value) => Volatile.Write(ref models._fetching, new Fetched(
            value.TotalBytes is > 0 and var total ? Math.Clamp((double)value.DoneBytes / total, 0, 1) : null));
    }
}
