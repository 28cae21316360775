using System.Collections.Concurrent;
using System.Threading.Channels;
using Lectern.Captions;
using Lectern.Data;
using Lectern.Sessions;
using Lectern.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lectern.Tests.Sessions;

/// <summary>A lecture of a test server, and a page that watches it.</summary>
internal sealed class LectureProbe : ILectureWatcher, IAsyncDisposable
{
    private readonly LecternTestServer _server;
    private readonly Channel<LectureProgress> _changes = Channel.CreateUnbounded<LectureProgress>();
    private readonly ConcurrentQueue<LectureCaption> _captions = new();
    private readonly ILectureWatcher _reference;

    private LectureProbe(LecternTestServer server, Guid id)
    {
        _server = server;
        Id = id;
        var grains = server.Services.GetRequiredService<IGrainFactory>();
        Session = grains.GetGrain<ILectureSession>(id);
        _reference = grains.CreateObjectReference<ILectureWatcher>(this);
    }

    internal Guid Id { get; }

    internal ILectureSession Session { get; }

    /// <summary>Gets the live captions so far.</summary>
    internal IReadOnlyCollection<LectureCaption> Captions => _captions;

    internal static async Task<LectureProbe> OpenAsync(LecternTestServer server, Guid id)
    {
        var probe = new LectureProbe(server, id);
        probe._changes.Writer.TryWrite(await probe.Session.WatchAsync(probe._reference));
        return probe;
    }

    internal static async Task<LectureProbe> CreateAsync(LecternTestServer server, long? length, string name = "lecture.mp3", Guid? owner = null)
    {
        var id = Guid.NewGuid();
        await server.Services.GetRequiredService<IGrainFactory>().GetGrain<ILectureSession>(id).CreateAsync(new NewLecture(owner ?? Guid.NewGuid(), name, length, ""));
        return await OpenAsync(server, id);
    }

    internal static async Task<LectureProbe> UploadAsync(LecternTestServer server, byte[] bytes, Guid? owner = null)
    {
        var probe = await CreateAsync(server, bytes.Length, owner: owner);
        await probe.SendAsync(bytes);
        return probe;
    }

    /// <summary>Adds bytes to the audio and tells the session, as an upload does.</summary>
    internal async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        await using (var file = _server.Services.GetRequiredService<AudioFolder>().OpenAppend(Id))
            await file.WriteAsync(bytes, TestContext.Current.CancellationToken);
        await Session.ReceivedAsync(_server.Services.GetRequiredService<AudioFolder>().LengthOf(Id));
    }

    /// <summary>Waits until the lecture's progress is as wanted.</summary>
    internal async Task<LectureProgress> WhenAsync(Func<LectureProgress, bool> isWanted, bool mayFail = false)
    {
        await foreach (var progress in _changes.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (isWanted(progress))
                return progress;
            if (!mayFail && progress.Failure is { } failure)
                Assert.Fail(failure);
        }

        throw new InvalidOperationException("The channel is never closed.");
    }

    public Task ChangedAsync(LectureProgress progress)
    {
        _changes.Writer.TryWrite(progress);
        return Task.CompletedTask;
    }

    public Task CaptionedAsync(LectureCaption caption)
    {
        _captions.Enqueue(caption);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await Session.UnwatchAsync(_reference);
}
