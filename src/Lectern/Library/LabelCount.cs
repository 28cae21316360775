namespace Lectern.Library;

/// <summary>A course or a tag, and how many lectures of the library have it.</summary>
/// <param name="Name">The course or tag; empty for the lectures without a course.</param>
/// <param name="Lectures">The number of lectures, those in the recycle bin not counted.</param>
public sealed record LabelCount(string Name, int Lectures);
