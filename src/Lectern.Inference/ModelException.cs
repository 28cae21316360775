namespace Lectern.Inference;

/// <summary>Says that a model's files are missing, damaged or of a kind that this program cannot run; the message names the file.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, with which file, and what to do.</param>
    /// <param name="innerException">The cause, if any.</param>
    public ModelException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
