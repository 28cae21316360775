using System.Runtime.InteropServices;

namespace Lectern.Inference;

/// <summary>Makes the C library give memory back that the networks have finished with.</summary>
/// <remarks>
/// A network's large buffers live for one operation. By default glibc learns to keep such sizes in a heap a thread, which then grows towards
/// the sum of all peaks; with fixed thresholds they are mapped and unmapped, and resident memory is what is in use.
/// </remarks>
public static partial class NativeHeap
{
    // <malloc.h>
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;
    private const int MostArenas = -8;

    private const int MapBytes = 128 << 10;
    private const int TrimBytes = 1 << 20;

    /// <summary>Sets the thresholds for this process; to be called before a model is loaded. Does nothing where the C library is not glibc.</summary>
    public static void ReturnFreedMemory()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = SetOption(MapThreshold, MapBytes);
            _ = SetOption(TrimThreshold, TrimBytes);
            _ = SetOption(MostArenas, 1);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library: memory is returned by its own rules.
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetOption(int option, int value);
}
