namespace Lectern.Sessions;

/// <summary>Says that another session of the same lecture has taken over, so that this one must not write.</summary>
/// <param name="lectureId">The lecture.</param>
internal sealed class StaleSessionException(Guid lectureId)
    : InvalidOperationException($"Another session of the lecture {lectureId} has taken over.");
