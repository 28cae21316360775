namespace Lectern.Library;

/// <summary>In which order lectures are listed.</summary>
public enum LectureOrder
{
    /// <summary>The newest first.</summary>
    Newest,

    /// <summary>The oldest first.</summary>
    Oldest,

    /// <summary>By title; numbers in titles by their size, so that "Lecture 2" comes before "Lecture 10".</summary>
    Title,

    /// <summary>The longest recording first.</summary>
    Longest,
}
