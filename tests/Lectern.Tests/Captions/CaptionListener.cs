using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Lectern.Tests.Captions;

/// <summary>Listens to a lecture's captions as a browser does.</summary>
internal sealed class CaptionListener : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private CaptionListener(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _events = SseParser.Create(body).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
    }

    /// <summary>Starts to listen.</summary>
    internal static async Task<CaptionListener> OpenAsync(HttpClient browser, string address, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new CaptionListener(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Waits for an event.</summary>
    internal async Task<(string? Id, JsonElement Data)> WhenAsync(string type, Func<JsonElement, bool> isWanted)
    {
        while (await _events.MoveNextAsync())
        {
            var data = JsonElement.Parse(_events.Current.Data);
            if (string.Equals(_events.Current.EventType, type, StringComparison.Ordinal) && isWanted(data))
                return (_events.Current.EventId, data);
        }

        throw new InvalidOperationException($"The stream ended without {type}.");
    }

    /// <summary>Waits until the server has nothing more to say.</summary>
    internal async Task WhenEndsAsync()
    {
        while (await _events.MoveNextAsync())
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync();
        _response.Dispose();
    }
}
