using Lectern.Components.Layout;
using Lectern.Library;
using Lectern.Marks;
using Lectern.Notes.Summary;
using Lectern.Sessions;
using Microsoft.AspNetCore.Components;

namespace Lectern.Components.Lectures;

/// <summary>A lecture: player, transcript, summary, cards and outline, and how far the work on it is.</summary>
/// <remarks>Holds nothing that is not in the database or in the address: it reads again whenever the session tells of a change.</remarks>
public sealed partial class LecturePage
{
    // With less no browser finds out what it is that it shall play.
    private const long LeastToPlay = 256 * 1024;

    private LectureView? _view;
    private LectureProgress? _progress;
    private IReadOnlySet<int> _stale = new HashSet<int>();
    private LectureWatch? _watch;
    private Guid _watched;
    private bool _isReading;
    private bool _isFiling;
    private bool _isRefreshing;
    private bool _isGone;

    /// <summary>The lecture's id.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Which part is shown: transcript, summary, cards, outline or history.</summary>
    [SupplyParameterFromQuery]
    private string? Tab { get; set; }

    /// <summary>Which summary is shown.</summary>
    [SupplyParameterFromQuery]
    private string? Style { get; set; }

    /// <summary>Which kind of marks is shown.</summary>
    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    private string Here => Tab is "summary" or "cards" or "outline" or "marks" or "history" ? Tab : "transcript";

    private SummaryStyle SummaryStyleHere => Enum.TryParse<SummaryStyle>(Style, ignoreCase: true, out var style) && Enum.IsDefined(style) ? style : SummaryStyle.Standard;

    private bool HasOutline => _view?.Notes is { Sections.Count: > 1 };

    private bool CanUndo => _view!.Edits.Any(edit => edit.UndoneAt is null);

    // What was taken back can be made again as long as nothing else was done since.
    private bool CanRedo => _view!.Edits.MaxBy(edit => edit.Id) is { UndoneAt: not null };

    private static RenderFragment<string> Heading => title => builder =>
    {
        builder.OpenElement(0, "h1");
        builder.AddContent(1, title);
        builder.CloseElement();
    };

    // Whether the notes were made with other marks than there are now.
    private bool HasNewMarks { get; set; }

    // Becomes another number when the marks are others, for the player, which draws them.
    private int MarksVersion { get; set; }

    private ILectureSession Session => Grains.GetGrain<ILectureSession>(Id);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_view?.Row.Id == Id)
            return;
        await ReadAsync();
        if (_view is null)
            Navigation.NotFound();
        else
            _progress = FirstProgress(_view);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_view is null || _watched == Id)
            return;
        _watched = Id;
        await StopWatchingAsync();
        _watch = await LectureWatch.StartAsync(Grains, Time, Id, progress => InvokeAsync(() => ChangedAsync(progress)));
        if (_isGone)
            await StopWatchingAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        await StopWatchingAsync();
    }

    private static LectureProgress FirstProgress(LectureView view) => new()
    {
        LectureId = view.Row.Id,
        Version = view.Row.Version,
        Stage = view.Row.Stage,
        Failure = view.Row.Failure,
        IsReceived = view.Row.IsReceived,
        UploadLength = view.Row.UploadLength,
        Done = Inference.SampleClock.ToTime(view.Row.DoneSamples),
        Duration = view.Row.DurationSamples is { } samples ? Inference.SampleClock.ToTime(samples) : null,
        Segments = view.Segments.Count,
        IsDeleted = view.Row.DeletedAt is not null,
    };

    private async Task ChangedAsync(LectureProgress progress)
    {
        if (_isGone || progress.LectureId != Id)
            return;
        _progress = progress;
        // One reading at a time; what changes meanwhile is read by the same loop.
        if (!_isReading)
        {
            _isReading = true;
            try
            {
                while (!_isGone && _view is not null && _view.Row.Version < _progress.Version)
                    await ReadAsync();
            }
            finally
            {
                _isReading = false;
            }
        }

        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        _view = await Read.RunAsync(await OwnerAsync(), Id, CancellationToken.None);
        _stale = _view is null ? new HashSet<int>() : StaleNotes.KeysOf(_view);
        HasNewMarks = _view is { Notes: { } notes } && !string.Equals(notes.Marks, ToMarks.Fingerprint(ToMarks.Run(_view.Marks)), StringComparison.Ordinal);
        MarksVersion = _view?.Marks.Aggregate(0, (hash, mark) => HashCode.Combine(hash, mark.Id, mark.Kind, mark.Text)) ?? 0;
    }

    private async Task StopWatchingAsync()
    {
        if (_watch is { } watch)
        {
            _watch = null;
            await watch.DisposeAsync();
        }
    }

    private async Task UndoAsync() => await Session.UndoAsync();

    private async Task RedoAsync() => await Session.RedoAsync();

    private Task RestoreAsync() => Session.RestoreAsync();

    private async Task ChangeNotesAsync(Func<Task> change)
    {
        _isRefreshing = true;
        try
        {
            await change();
        }
        finally
        {
            _isRefreshing = false;
        }
    }

    private async Task DeleteAsync()
    {
        var session = Session;
        await session.DeleteAsync();
        var title = _view!.Row.Title;
        Navigation.NavigateTo("/");
        _ = Toasts.ShowAsync(new Toast($"“{title}” is in the recycle bin.", "Undo", async () =>
        {
            await session.RestoreAsync();
            Navigation.NavigateTo($"/lectures/{session.GetPrimaryKey()}");
        }));
    }

    private IEnumerable<(string Tab, string Name, int Count)> Tabs()
    {
        yield return ("transcript", "Transcript", 0);
        yield return ("summary", "Summary", 0);
        yield return ("cards", "Cards", _view!.Notes?.Cards.Count(card => !card.IsRemoved) ?? 0);
        yield return ("outline", "Outline", 0);
        yield return ("marks", "Marks", _view.Marks.Count);
        yield return ("history", "History", _view.Edits.Count);
    }
}
