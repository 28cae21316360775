namespace Lectern;

/// <summary>Says in a sentence for people why something that was asked for cannot be done, and what to do.</summary>
[GenerateSerializer]
public sealed class LectureException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to which file or setting, and what to do.</param>
    /// <param name="innerException">The cause, if any.</param>
    public LectureException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
