namespace Lectern.Ingest;

/// <summary>The right to add bytes to an upload, until it is disposed.</summary>
public sealed class UploadTurn : IDisposable
{
    private readonly CancellationTokenSource _wanted = new();
    private Action? _giveBack;

    internal UploadTurn(Action giveBack) => _giveBack = giveBack;

    /// <summary>Gets a token that is cancelled when another request wants the turn.</summary>
    public CancellationToken Wanted => _wanted.Token;

    /// <summary>Gives the turn back.</summary>
    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke();

    // What waits for it runs elsewhere: whoever asks may hold a lock.
    internal void Ask() => _ = _wanted.CancelAsync();
}
