using System.Globalization;

namespace Lectern.Bench.Memory;

/// <summary>Reads what the kernel says of a process.</summary>
internal static class ProcessMemory
{
    /// <summary>Returns how many megabytes a process holds; 0 where it is gone.</summary>
    internal static double Megabytes(int process) => Read($"/proc/{process}", "VmRSS") * 1.024 / 1e3;

    /// <summary>Reads a number of a process's status; 0 where the process is gone.</summary>
    /// <param name="folder">Its folder in <c>/proc</c>.</param>
    /// <param name="field">The number's name.</param>
    internal static long Read(string folder, string field)
    {
        try
        {
            var line = File.ReadLines(Path.Combine(folder, "status")).FirstOrDefault(line => line.StartsWith(field + ":", StringComparison.Ordinal)) ?? "";
            return long.TryParse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1), CultureInfo.InvariantCulture, out var number) ? number : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
