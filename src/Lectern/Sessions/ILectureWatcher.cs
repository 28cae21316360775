using Lectern.Captions;
using Orleans.Concurrency;

namespace Lectern.Sessions;

/// <summary>Is told what happens to a lecture, for example for a page that shows it.</summary>
public interface ILectureWatcher : IGrainObserver
{
    /// <summary>Is called after every change, and a few times a second while work goes on. Must return at once.</summary>
    /// <param name="progress">How far the lecture is now.</param>
    [OneWay]
    Task ChangedAsync(LectureProgress progress);

    /// <summary>Is called a few times a second while a lecture is being recorded. Must return at once.</summary>
    /// <param name="caption">What is being said.</param>
    [OneWay]
    Task CaptionedAsync(LectureCaption caption);
}
