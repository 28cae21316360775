using Lectern.Data;
using Lectern.Hosting;
using Lectern.Tests.Hosting;
using Lectern.Tests.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace Lectern.Tests.Browser;

/// <summary>A server with one lecture that is done, and the browser of whoever it belongs to. Each desk has copies of its own.</summary>
internal sealed class LectureDesk : IAsyncDisposable
{
    private static readonly Guid Owner = Guid.NewGuid();
    private static readonly SemaphoreSlim Gate = new(1);

    // The lecture is transcribed once.
    private static TemporaryFolder? _prepared;
    private static Guid _lecture;

    private readonly TemporaryFolder _folder;

    private LectureDesk(TemporaryFolder folder, LecternTestServer server, LectureBrowser browser, IPage page) =>
        (_folder, Server, Browser, Page) = (folder, server, browser, page);

    internal LecternTestServer Server { get; }

    internal LectureBrowser Browser { get; }

    /// <summary>Gets the page of the lecture.</summary>
    internal IPage Page { get; }

    internal static async Task<LectureDesk> OpenAsync(ChromiumFixture chromium)
    {
        Repository.NeedSpeech();
        var folder = await CopyAsync();
        var server = await LecternTestServer.StartAsync(dataFolder: folder.Path);
        var browser = await LectureBrowser.OpenAsync(chromium, server.Address);
        await browser.Context.AddCookiesAsync([CookieOf(server)]);
        var page = await browser.OpenTabAsync($"/lectures/{_lecture}");
        await LectureBrowser.DoneAsync(page);
        return new LectureDesk(folder, server, browser, page);
    }

    /// <summary>Removes what was prepared.</summary>
    internal static void Clear() => _prepared?.Dispose();

    /// <summary>Returns a copy of the data folder with the lecture.</summary>
    private static async Task<TemporaryFolder> CopyAsync()
    {
        await Gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _prepared ??= await PrepareAsync();
        }
        finally
        {
            Gate.Release();
        }

        var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(_prepared.Path, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Path, Path.GetRelativePath(_prepared.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private static async Task<TemporaryFolder> PrepareAsync()
    {
        var folder = new TemporaryFolder();
        await using var server = await LecternTestServer.StartAsync(dataFolder: folder.Path);
        var bytes = await File.ReadAllBytesAsync(Repository.Sample, TestContext.Current.CancellationToken);
        await using var lecture = await LectureProbe.CreateAsync(server, bytes.Length, "sleep-and-memory.mp3", Owner);
        await lecture.SendAsync(bytes);
        await lecture.WhenAsync(progress => progress.Stage == LectureStage.Done);
        _lecture = lecture.Id;
        return folder;
    }

    private static Cookie CookieOf(LecternTestServer server)
    {
        var format = server.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(OwnerCookie.Scheme).TicketDataFormat;
        var ticket = new AuthenticationTicket(Owner.ToOwner(), OwnerCookie.Scheme);
        return new Cookie { Name = OwnerCookie.Scheme, Value = format.Protect(ticket), Url = server.Address.ToString(), HttpOnly = true };
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
