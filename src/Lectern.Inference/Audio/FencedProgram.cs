using System.Diagnostics;
using System.Globalization;

namespace Lectern.Inference.Audio;

/// <summary>Describes how to start ffmpeg or ffprobe: no shell, no inherited settings of theirs, and the kernel's limits on what they use.</summary>
internal static class FencedProgram
{
    /// <summary>Returns the description of the process; its three standard streams are redirected.</summary>
    /// <param name="program">A path, or a name that is looked up on PATH.</param>
    /// <param name="arguments">Arguments, passed on as they are.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="AudioException">The program is not installed.</exception>
    public static ProcessStartInfo Describe(string program, IEnumerable<string> arguments, AudioDecoderOptions options)
    {
        var path = Find(program) ?? throw new AudioException(
            $"The program “{program}” was not found, and Lectern needs it to read audio. Install FFmpeg (Debian and Ubuntu: " +
            "apt-get install ffmpeg; macOS: brew install ffmpeg; Windows: winget install ffmpeg) or set its path in the options.");
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

        // prlimit sets the limits and then becomes the program, in the same process: there is nothing in between to kill or to wait for.
        if (OperatingSystem.IsLinux() && Find("prlimit") is { } prlimit)
        {
            var seconds = (long)Math.Ceiling(options.MaxProcessorTime.TotalSeconds);
            start.FileName = prlimit;
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--data={options.MaxMemoryBytes}"));
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--cpu={seconds}:{seconds + 5}"));
            // Neither files nor core dumps: pipes, all that is needed, do not count.
            start.ArgumentList.Add("--fsize=0");
            start.ArgumentList.Add("--core=0");
            start.ArgumentList.Add(path);
        }
        else
        {
            start.FileName = path;
        }

        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // FFREPORT makes ffmpeg write a log file; colours would get into the error lines.
        start.Environment.Remove("FFREPORT");
        start.Environment["AV_LOG_FORCE_NOCOLOR"] = "1";
        return start;
    }

    private static string? Find(string program)
    {
        if (program.AsSpan().IndexOfAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) >= 0)
            return File.Exists(program) ? Path.GetFullPath(program) : null;

        string[] names = OperatingSystem.IsWindows() ? [program, program + ".exe"] : [program];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
