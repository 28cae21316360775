using Lectern.Data;
using Lectern.Inference;
using Lectern.Inference.Audio;
using Lectern.Tests.Browser;
using Lectern.Tests.Crash;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lectern.Tests.Recorder;

/// <summary>One recording by a real browser at a real server, and what befalls it in the meantime.</summary>
internal sealed class RecordingRun : IAsyncDisposable
{
    private const int HeaderBytes = LiveWave.HeaderBytes;
    private const int BytesPerSecond = SampleClock.Rate * LiveWave.SampleBytes;
    // What a sudden end may cost: the block that was being filled, and those on their way to the store.
    private const int MostLostBytes = BytesPerSecond;

    private readonly ChromiumFixture _chromium;
    private readonly string _dataFolder;
    private readonly string _profile;
    private readonly string _sound;
    private readonly double _cutSeconds;
    private readonly Random _random;
    private readonly BreakableNetwork _network;
    // What the page was given between two interruptions.
    private readonly List<byte[]> _heard = [];
    private CrashServer _server;
    private RecorderBrowser? _browser;

    private RecordingRun(ChromiumFixture chromium, CrashServer server, Uri address, string folder, string sound, int seed, double cutSeconds)
    {
        (_chromium, _server, _sound, _random, _cutSeconds) = (chromium, server, sound, new Random(seed), cutSeconds);
        (_dataFolder, _profile, _network) = (folder, Path.Combine(folder, "profile"), new BreakableNetwork(address));
    }

    /// <summary>Gets how many bytes of sound the page was given that did not arrive, of all interruptions.</summary>
    internal long LostBytes { get; private set; }

    /// <summary>Gets how many bytes arrived.</summary>
    internal long ReceivedBytes { get; private set; }

    internal static async Task<RecordingRun> StartAsync(ChromiumFixture chromium, string folder, string sound, int seed, double cutSeconds)
    {
        var server = CrashServer.Start(folder);
        return new RecordingRun(chromium, server, await server.Address, folder, sound, seed, cutSeconds);
    }

    /// <summary>Records while one thing after another happens, and stops.</summary>
    internal async Task RecordAsync(IEnumerable<Incident> incidents)
    {
        _browser = await RecorderBrowser.OpenAsync(_chromium, _network.Address, _profile, _sound);
        await _browser.RecordAsync("A lecture");
        await GrowAsync();
        await _browser.Page.Keyboard.PressAsync("i");
        foreach (var incident in incidents)
        {
            await BefallAsync(incident);
            await GrowAsync();
        }

        await _browser.StopAsync();
        await LectureBrowser.WaitForLectureAsync(_browser.Page);
        KeepHeard();
    }

    /// <summary>All that the page was given is at the server, each part in its place, but for what interruptions cost; and that is said by marks.</summary>
    internal async Task CheckAsync()
    {
        var lecture = LectureBrowser.LectureOf(_browser!.Page);
        var received = await File.ReadAllBytesAsync(new AudioFolder(new DataLayout(_dataFolder)).RecordingOf(lecture), TestContext.Current.CancellationToken);
        var marks = await _browser.MarksAsync();
        Assert.Single(marks, mark => string.Equals(mark.Kind, "important", StringComparison.Ordinal));
        var gaps = marks.Where(mark => string.Equals(mark.Text, "The page was closed", StringComparison.Ordinal)).OrderBy(mark => mark.Seconds).ToList();
        Assert.Equal(_heard.Count - 1, gaps.Count);
        Assert.All(gaps, gap => Assert.InRange(gap.MissingSeconds, 0, 120));
        List<int> starts = [HeaderBytes, .. gaps.Select(gap => HeaderBytes + (int)Math.Round(gap.Seconds * BytesPerSecond)), received.Length];
        for (var part = 0; part < _heard.Count; part++)
        {
            var stored = received.AsSpan(starts[part]..starts[part + 1]);
            var heard = _heard[part];
            var lost = heard.Length - stored.Length;
            Assert.True(lost <= (part == _heard.Count - 1 ? 0 : MostLostBytes), $"{lost} bytes of {heard.Length} are missing at the end of part {part}.");
            var both = Math.Min(heard.Length, stored.Length);
            Assert.True(stored[..both].SequenceEqual(heard.AsSpan(0, both)), $"Part {part} differs from what was heard.");
            LostBytes += Math.Max(0, lost);
        }

        ReceivedBytes = received.Length;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        await _network.DisposeAsync();
        await _server.DisposeAsync();
    }

    // A moment of the recording that nothing knows of.
    private async Task GrowAsync() => await _browser!.UntilAsync(await _browser.SecondsAsync() + 0.6 + _random.NextDouble());

    private async Task BefallAsync(Incident incident)
    {
        switch (incident)
        {
            case Incident.Refresh:
                await _browser!.Page.ReloadAsync();
                KeepHeard();
                await _browser.GoOnAsync();
                break;
            case Incident.NetworkCut:
                _network.Break();
                await Expect(_browser!.Page.Locator("[data-alarm=offline]")).ToBeVisibleAsync();
                await _browser.UntilAsync(await _browser.SecondsAsync() + _cutSeconds);
                _network.Mend();
                break;
            case Incident.ServerKill:
                await _server.KillAsync();
                await _server.DisposeAsync();
                _server = CrashServer.Start(_dataFolder);
                _network.LeadTo(await _server.Address);
                break;
            case Incident.BrowserKill:
                await KillBrowserAsync(await CookiesAsync());
                break;
            default:
                await KillBrowserAsync([]);
                break;
        }
    }

    private async Task KillBrowserAsync(IReadOnlyList<Cookie> cookies)
    {
        await _browser!.KillAsync();
        KeepHeard();
        _browser = await RecorderBrowser.OpenAsync(_chromium, _network.Address, _profile, _sound, cookies: cookies);
        await _browser.GoOnAsync();
    }

    // A browser writes a new cookie to the disk within half a minute; a user's is older than that.
    private async Task<IReadOnlyList<Cookie>> CookiesAsync() => [.. (await _browser!.Context.CookiesAsync()).Select(cookie => new Cookie
    {
        Name = cookie.Name,
        Value = cookie.Value,
        Domain = cookie.Domain,
        Path = cookie.Path,
        Expires = cookie.Expires,
        HttpOnly = cookie.HttpOnly,
        SameSite = cookie.SameSite,
    })];

    private void KeepHeard() => _heard.Add(_browser!.TakeHeard());
}
