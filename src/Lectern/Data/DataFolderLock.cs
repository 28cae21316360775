namespace Lectern.Data;

/// <summary>Holds a data folder, so that no second server works on it.</summary>
/// <remarks>An open file that cannot be shared: the system lets go of it when the process ends, however it ends. The file itself stays.</remarks>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    public void Dispose() => _file.Dispose();

    /// <summary>Takes the folder; makes it where it is missing.</summary>
    /// <exception cref="LectureException">Another process has it, or it cannot be written.</exception>
    internal static DataFolderLock Take(DataLayout layout)
    {
        try
        {
            Directory.CreateDirectory(layout.Root);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LectureException($"The data folder '{layout.Root}' cannot be made: {error.Message} Choose another with --data.", error);
        }

        try
        {
            return new DataFolderLock(new FileStream(layout.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (UnauthorizedAccessException error)
        {
            throw new LectureException($"The data folder '{layout.Root}' cannot be written: {error.Message} Choose another with --data.", error);
        }
        catch (IOException error)
        {
            throw new LectureException(
                $"The data folder '{layout.Root}' is in use by another Lectern. Stop that one, or choose another folder with --data. ({error.Message})", error);
        }
    }
}
