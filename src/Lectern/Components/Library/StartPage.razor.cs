using Lectern.Components.Layout;
using Lectern.Data;
using Lectern.Library;
using Lectern.Sessions;
using Microsoft.AspNetCore.Components;

namespace Lectern.Components.Library;

/// <summary>The start: where recordings come in, and the library below.</summary>
public sealed partial class StartPage
{
    private const string Any = "\u0001any";

    private readonly Dictionary<Guid, LectureWatch> _watches = [];
    private readonly Dictionary<Guid, LectureProgress> _progress = [];
    private IReadOnlyList<LectureSummary>? _all;
    private IReadOnlyList<LabelCount> _courses = [];
    private IReadOnlyList<LabelCount> _tags = [];
    private string? _keptTitle;
    private (string?, string?, string?, Guid?) _shown;
    private bool _isLive;

    /// <summary>Only the lectures of this course.</summary>
    [SupplyParameterFromQuery]
    private string? Course { get; set; }

    /// <summary>Only the lectures with this tag.</summary>
    [SupplyParameterFromQuery]
    private string? Tag { get; set; }

    /// <summary>The order.</summary>
    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    /// <summary>The lecture that the user left to start over.</summary>
    [SupplyParameterFromQuery]
    private Guid? After { get; set; }

    [Inject]
    private ListLectures List { get; set; } = null!;

    [Inject]
    private ListCourses Courses { get; set; } = null!;

    [Inject]
    private ListTags Tags { get; set; } = null!;

    [Inject]
    private IGrainFactory Grains { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private bool IsFiltered => Course is not null || Tag is not null;

    private LectureOrder Order => Enum.TryParse<LectureOrder>(Sort, ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : LectureOrder.Newest;

    private IReadOnlyList<string> CourseNames => [.. _courses.Select(course => course.Name).Where(name => name.Length > 0)];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_all is not null && _shown == (Course, Tag, Sort, After))
            return;
        _shown = (Course, Tag, Sort, After);
        await ReadAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _isLive = true;
        await WatchActiveAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isLive = false;
        foreach (var watch in _watches.Values.ToList())
            await watch.DisposeAsync();
        _watches.Clear();
    }

    private async Task ReadAsync()
    {
        var owner = await OwnerAsync();
        _courses = await Courses.RunAsync(owner, CancellationToken.None);
        _tags = await Tags.RunAsync(owner, CancellationToken.None);
        _all = await List.RunAsync(owner, new LectureFilter { Course = Course, Tag = Tag, Order = Order }, CancellationToken.None);
        _keptTitle = After is { } id ? _all.FirstOrDefault(lecture => lecture.Id == id)?.Title : null;
        await WatchActiveAsync();
    }

    // Lectures that are being worked on tell how far they are; all others stand still.
    private async Task WatchActiveAsync()
    {
        if (!_isLive || _all is null)
            return;
        var active = _all.Where(lecture => lecture.Stage is not (LectureStage.Done or LectureStage.Cancelled or LectureStage.Failed)).Select(lecture => lecture.Id).ToHashSet();
        foreach (var id in _watches.Keys.Except(active).ToList())
        {
            if (_watches.Remove(id, out var watch))
                await watch.DisposeAsync();
            _progress.Remove(id);
        }

        foreach (var id in active.Where(id => !_watches.ContainsKey(id)))
            _watches[id] = await LectureWatch.StartAsync(Grains, Time, id, progress => InvokeAsync(() => ChangedAsync(progress)));
    }

    private async Task ChangedAsync(LectureProgress progress)
    {
        if (!_isLive)
            return;
        _progress[progress.LectureId] = progress;
        if (!progress.IsActive || progress.IsDeleted)
            await ReadAsync();
        StateHasChanged();
    }

    private async Task DeleteAsync(LectureSummary lecture)
    {
        var session = Grains.GetGrain<ILectureSession>(lecture.Id);
        await session.DeleteAsync();
        await ReadAsync();
        _ = Toasts.ShowAsync(new Toast($"“{lecture.Title}” is in the recycle bin.", "Undo", async () =>
        {
            await session.RestoreAsync();
            await InvokeAsync(async () =>
            {
                await ReadAsync();
                StateHasChanged();
            });
        }));
    }

    private void Go(string? course, string? tag, string? sort) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("/", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["course"] = course,
            ["tag"] = tag,
            ["sort"] = string.Equals(sort, "newest", StringComparison.Ordinal) ? null : sort,
        }));
}
