namespace Lectern.Components.Layout;

/// <summary>The messages of one page's connection.</summary>
/// <param name="time">The clock.</param>
public sealed class Toasts(TimeProvider time)
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(12);

    // Who reads slowly, or uses a screen reader, must reach the button.
    private static readonly TimeSpan ShownToActOn = TimeSpan.FromSeconds(45);

    private readonly List<Toast> _all = [];

    /// <summary>Is raised when a message comes or goes.</summary>
    public event EventHandler? Changed;

    /// <summary>Gets the messages that are shown, the oldest first.</summary>
    public IReadOnlyList<Toast> All => _all;

    /// <summary>Shows a message for a while.</summary>
    /// <param name="toast">The message.</param>
    public async Task ShowAsync(Toast toast)
    {
        _all.Add(toast);
        Changed?.Invoke(this, EventArgs.Empty);
        await Task.Delay(toast.Act is null ? Shown : ShownToActOn, time);
        Remove(toast);
    }

    /// <summary>Takes a message away.</summary>
    /// <param name="toast">The message.</param>
    public void Remove(Toast toast)
    {
        if (_all.Remove(toast))
            Changed?.Invoke(this, EventArgs.Empty);
    }
}
