namespace Lectern.Inference.Audio;

/// <summary>Opens the file of a recording, with errors for the person who chose it.</summary>
internal static class AudioFile
{
    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="AudioException">It is not there, is a folder, may not be read, or is empty.</exception>
    public static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw new AudioException($"“{Shown(path)}” is a folder. Choose a recording in it.");
        try
        {
            // Others may still write to it: a recorder that is running, for one.
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
            if (!file.CanSeek || file.Length > 0)
                return file;
            file.Dispose();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new AudioException($"“{Shown(path)}” was not found. Check the name and the folder.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new AudioException($"“{Shown(path)}” could not be opened: {error.Message.TrimEnd('.')}. Check that you may read it.", error);
        }

        throw FfmpegFailure.Empty(Shown(path));
    }

    /// <summary>Returns a name fit for a message on one line of a terminal.</summary>
    /// <param name="name">A name, which may hold anything.</param>
    public static string Shown(string name) => string.Create(name.Length, name, static (shown, name) =>
    {
        for (var i = 0; i < shown.Length; i++)
            shown[i] = char.IsControl(name[i]) ? '\uFFFD' : name[i];
    });
}
