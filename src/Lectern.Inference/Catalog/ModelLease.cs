namespace Lectern.Inference.Catalog;

/// <summary>The right to use a model of a <see cref="ModelPool{T}"/>, until it is disposed of.</summary>
/// <typeparam name="T">What a loaded model is.</typeparam>
/// <remarks>The model belongs to the pool: never dispose of it. Disposing of the lease twice does no harm. Thread-safe.</remarks>
public sealed class ModelLease<T> : IAsyncDisposable
    where T : class, IDisposable
{
    private readonly T _model;
    private Action? _giveBack;

    internal ModelLease(T model, Action giveBack)
    {
        _model = model;
        _giveBack = giveBack;
    }

    /// <summary>Gets the model.</summary>
    /// <exception cref="ObjectDisposedException">The lease was given back.</exception>
    public T Model
    {
        get
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _giveBack) is null, this);
            return _model;
        }
    }

    /// <summary>Gives the model back.</summary>
    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref _giveBack, null)?.Invoke();
        return ValueTask.CompletedTask;
    }
}
