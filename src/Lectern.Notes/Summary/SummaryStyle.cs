namespace Lectern.Notes.Summary;

/// <summary>How long a summary is.</summary>
public enum SummaryStyle
{
    /// <summary>About 60 words.</summary>
    Brief,

    /// <summary>About 120 words.</summary>
    Standard,

    /// <summary>A paragraph for every section.</summary>
    Detailed,
}
