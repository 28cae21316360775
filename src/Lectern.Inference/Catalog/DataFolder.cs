namespace Lectern.Inference.Catalog;

/// <summary>Finds the folder in which the program keeps what it must not lose.</summary>
public static class DataFolder
{
    /// <summary>Name of the environment variable that names the folder.</summary>
    public const string Variable = "LECTERN_DATA";

    /// <summary>Finds the data folder; it need not be there yet.</summary>
    /// <param name="variable">Reads an environment variable; null where it is not set.</param>
    /// <returns>
    /// An absolute path: <c>$LECTERN_DATA</c>, else <c>lectern</c> in <c>$XDG_DATA_HOME</c>, else <c>lectern</c> where the system keeps
    /// such data (<c>~/.local/share</c> on Linux).
    /// </returns>
    /// <exception cref="ModelException">No variable is set and the user has no home folder.</exception>
    public static string Find(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable(Variable) is { Length: > 0 } own)
            return Path.GetFullPath(own);
        // The XDG specification tells programs to ignore a relative path here.
        if (variable("XDG_DATA_HOME") is { } shared && Path.IsPathFullyQualified(shared))
            return Path.Combine(shared, "lectern");
        return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } system
            ? Path.Combine(system, "lectern")
            : throw new ModelException($"There is no home folder to keep models in. Set the environment variable {Variable} to a folder that can be written.");
    }
}
