using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Lectern.Marks;
using Lectern.Tests.Hosting;
using Lectern.Tests.Ingest;

namespace Lectern.Tests.Marks;

/// <summary>A server with a lecture, and the program of its owner, who makes marks.</summary>
public sealed class MarkDesk : IAsyncLifetime
{
    /// <summary>The smallest bytes that begin as a JPEG does.</summary>
    internal static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 72, 0, 72, 0, 0, 0xFF, 0xD9];

    internal LecternTestServer Server { get; private set; } = null!;

    internal HttpClient Owner { get; private set; } = null!;

    internal Guid OwnerId { get; private set; }

    /// <summary>Makes a lecture, so that no test sees another's marks.</summary>
    internal async Task<Guid> LectureAsync() => (await OwnLecture.AddAsync(Server, OwnerId, "Sleep", TusClient.Noise(1000))).Id;

    internal static string Address(Guid lecture) => $"/api/lectures/{lecture}/marks";

    internal static string PhotoAddress(Guid lecture, Guid mark) => $"{Address(lecture)}/{mark}/photo";

    internal Task<HttpResponseMessage> PostAsync(Guid lecture, object mark) => Owner.PostAsJsonAsync(Address(lecture), mark, Cancellation);

    /// <summary>Adds a mark and returns its id.</summary>
    internal async Task<Guid> AddAsync(Guid lecture, string kind, double seconds, string? text = null)
    {
        var id = Guid.NewGuid();
        using var answer = await PostAsync(lecture, new { id, kind, seconds, text });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return id;
    }

    internal async Task<MarkJson[]> ListAsync(Guid lecture) => (await Owner.GetFromJsonAsync<MarkJson[]>(Address(lecture), Cancellation))!;

    internal async Task<HttpResponseMessage> SendPhotoAsync(Guid lecture, Guid mark, byte[] bytes, string type = "image/jpeg")
    {
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await Owner.PutAsync(PhotoAddress(lecture, mark), content, Cancellation);
    }

    public async ValueTask InitializeAsync()
    {
        Server = await LecternTestServer.StartAsync(options => (options.MaxMarks, options.MinFreeBytes, options.MaxPhotoBytes) = (20, 0, 1_000_000));
        var (cookie, owner) = await Server.NewOwnerAsync();
        (Owner, OwnerId) = (Server.NewProgram(cookie), owner);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
