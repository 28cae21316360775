using System.Text;

namespace Lectern;

/// <summary>Writes a file so that it is there whole or not at all, whatever happens in between.</summary>
internal static class WholeFile
{
    /// <summary>Writes a text file as UTF-8 without a byte order mark, in place of one that may be there.</summary>
    /// <exception cref="LectureException">The file cannot be written; what else <paramref name="write"/> throws comes through.</exception>
    internal static void Write(string path, Action<TextWriter> write)
    {
        var part = $"{path}.{Environment.ProcessId}.part";
        try
        {
            using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                using (var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
                    write(writer);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception error)
        {
            // A folder that is not there holds no part either, and deleting in it would hide the real error.
            if (File.Exists(part))
                File.Delete(part);
            if (error is IOException or UnauthorizedAccessException)
                throw new LectureException($"The file '{path}' cannot be written: {error.Message} Nothing else was changed.", error);
            throw;
        }
    }
}
