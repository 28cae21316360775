namespace Lectern.Tests.Browser;

/// <summary>Removes the lecture that the desks were copies of, when the last of them is gone.</summary>
public sealed class PreparedLecture : IDisposable
{
    public void Dispose() => LectureDesk.Clear();
}
