namespace Lectern.Inference.Audio;

/// <summary>Audio could not be read.</summary>
/// <remarks>The message is meant to be shown as it is: it says what happened, to which file, and what to do next.</remarks>
public sealed class AudioException : Exception
{
    /// <summary>Creates the exception with a general message.</summary>
    public AudioException()
        : base("The audio could not be read. Try another copy of the recording.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">A sentence for the person who chose the file.</param>
    public AudioException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">A sentence for the person who chose the file.</param>
    /// <param name="innerException">What went wrong underneath.</param>
    public AudioException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
