using Lectern.Data;
using Lectern.Inference.Audio;
using Lectern.Tests.Browser;
using Lectern.Tests.Hosting;
using Microsoft.Playwright;

namespace Lectern.Tests.Recorder;

/// <summary>A server, a network that can be broken, and a browser at the recorder's page whose microphone hears a sound.</summary>
internal sealed class RecorderDesk : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private RecorderDesk(TemporaryFolder folder, LecternTestServer server, BreakableNetwork network, RecorderBrowser browser) =>
        (_folder, Server, Network, Browser) = (folder, server, network, browser);

    internal LecternTestServer Server { get; }

    internal BreakableNetwork Network { get; }

    internal RecorderBrowser Browser { get; }

    /// <summary>Gets the page of the recorder.</summary>
    internal IPage Page => Browser.Page;

    /// <summary>Gets the WAV that the microphone hears.</summary>
    internal string Sound => SoundIn(_folder);

    /// <summary>Opens the recorder.</summary>
    /// <param name="chromium">Which browser.</param>
    /// <param name="makeSound">Makes the WAV that the microphone hears.</param>
    internal static async Task<RecorderDesk> OpenAsync(ChromiumFixture chromium, Func<string, Task> makeSound)
    {
        Repository.NeedProgram("ffmpeg");
        var folder = new TemporaryFolder();
        await makeSound(SoundIn(folder));
        var server = await LecternTestServer.StartAsync();
        var network = new BreakableNetwork(server.Address);
        return new RecorderDesk(folder, server, network, await RecorderBrowser.OpenAsync(chromium, network.Address, folder["profile"], SoundIn(folder)));
    }

    /// <summary>Opens the recorder with a sound that is different at each moment of a minute.</summary>
    internal static Task<RecorderDesk> OpenAsync(ChromiumFixture chromium) => OpenAsync(chromium, path => SpokenClip.SweepAsync(path, seconds: 60));

    /// <summary>Returns the sound that the server has of the lecture that a page shows.</summary>
    internal async Task<byte[]> ReceivedAsync(IPage page)
    {
        var recording = new AudioFolder(Server.Layout).RecordingOf(LectureBrowser.LectureOf(page));
        return (await File.ReadAllBytesAsync(recording, TestContext.Current.CancellationToken))[LiveWave.HeaderBytes..];
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Network.DisposeAsync();
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    private static string SoundIn(TemporaryFolder folder) => folder["sound.wav"];
}
