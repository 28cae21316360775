using Lectern.Inference.Catalog;

namespace Lectern.Tests;

/// <summary>What lies around the tests: the repository, the shared recordings, the models and programs of this machine.</summary>
internal static class Repository
{
    internal const string Model = "moonshine-tiny";
    internal const string Detector = "silero-vad";

    private static readonly string? Root = FindRoot();

    /// <summary>Gets the folder of the shared recordings, or null where it is absent.</summary>
    internal static string? SharedAudio { get; } =
        Root is not null && Path.Combine(Root, "..", "shared", "audio") is var folder && File.Exists(Path.Combine(folder, "manifest.jsonl"))
            ? Path.GetFullPath(folder)
            : null;

    /// <summary>Gets the path of the sample lecture; skips the test where it is absent.</summary>
    internal static string Sample
    {
        get
        {
            var path = Path.Combine(Root ?? "", "samples", "sleep-and-memory.mp3");
            Assert.SkipUnless(File.Exists(path), "samples/sleep-and-memory.mp3 is absent.");
            return path;
        }
    }

    /// <summary>Returns the path of a shared recording; skips the test where it is absent.</summary>
    internal static string Recording(string file)
    {
        Assert.SkipWhen(SharedAudio is null, "../shared/audio is absent.");
        var path = Path.Combine(SharedAudio, file);
        Assert.SkipUnless(File.Exists(path), $"../shared/audio/{file} is absent.");
        return path;
    }

    /// <summary>Returns the folder of an installed model; skips the test where it or ffmpeg is not on this machine.</summary>
    internal static string ModelFolder(string id)
    {
        var data = DataFolder.Find(Environment.GetEnvironmentVariable);
        var state = new ModelStore(data, ModelCatalog.Load(data)).List().Single(status => string.Equals(status.Entry.Id, id, StringComparison.Ordinal)).State;
        Assert.SkipUnless(state is ModelState.Installed, $"The model {id} is not installed; get it with 'lectern models get {id}'.");
        return Path.Combine(data, "models", id);
    }

    /// <summary>Skips the test where the models or ffmpeg are not on this machine.</summary>
    internal static void NeedSpeech()
    {
        ModelFolder(Model);
        ModelFolder(Detector);
        NeedProgram("ffmpeg");
        NeedProgram("ffprobe");
    }

    /// <summary>Skips the test where a program is not on this machine.</summary>
    internal static void NeedProgram(string name) => Assert.SkipUnless(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name))),
        $"{name} is not installed.");

    private static string? FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lectern.slnx")))
            folder = folder.Parent;
        return folder?.FullName;
    }
}
