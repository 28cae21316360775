namespace Lectern.Data;

/// <summary>Where things lie in the data folder.</summary>
/// <param name="root">The folder.</param>
public sealed class DataLayout(string root)
{
    /// <summary>Gets the folder.</summary>
    public string Root => root;

    /// <summary>Gets the database's file.</summary>
    public string Database => Path.Combine(root, "lectern.db");

    /// <summary>Gets the folder of the audio: a folder for each lecture, named after its id.</summary>
    public string Audio => Path.Combine(root, "audio");

    /// <summary>Gets the folder of the keys that protect cookies.</summary>
    public string Keys => Path.Combine(root, "keys");

    /// <summary>Gets the file that a running server holds, so that a second one does not start.</summary>
    public string Lock => Path.Combine(root, "server.lock");

    /// <summary>Returns the file that keeps the database as it was before a migration.</summary>
    /// <param name="migration">The migration's id.</param>
    internal string CopyBefore(string migration) => Path.Combine(root, $"lectern.before-{migration}.db");

    /// <summary>Returns the files that keep the database as it was before migrations.</summary>
    internal IEnumerable<string> CopiesBefore() => Directory.Exists(root) ? Directory.EnumerateFiles(root, "lectern.before-*.db") : [];

    /// <summary>Makes the folders, and an empty database file, where they are missing; others on the machine cannot look into what is made.</summary>
    /// <exception cref="IOException">Something cannot be made.</exception>
    internal void Prepare()
    {
        foreach (var folder in new[] { root, Audio, Keys })
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        // Whoever asked for the keys first has made their folder for all to read.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        // What SQLite puts beside the database gets the database's own mode.
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(Database, options).Dispose();
    }
}
