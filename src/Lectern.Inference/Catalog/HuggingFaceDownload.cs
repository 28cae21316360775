using System.Net;
using System.Net.Http.Headers;

namespace Lectern.Inference.Catalog;

/// <summary>Downloads a file from Hugging Face into a file that a later try goes on with.</summary>
/// <remarks>
/// A connection that breaks, or brings nothing for a minute, is taken up again where it stopped: five times in a row without a
/// single new byte end it. Whether the content is right is for the caller to check, because the pieces may be of different days.
/// </remarks>
/// <param name="address">Where the repositories are.</param>
/// <param name="clock">Times pauses and stalls.</param>
internal sealed class HuggingFaceDownload(Uri address, TimeProvider clock)
{
    /// <summary>The address where nothing else is set.</summary>
    internal static readonly Uri DefaultAddress = new("https://huggingface.co/");

    private const int MostVainTries = 5;
    private const int BufferBytes = 1 << 17;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Stall = TimeSpan.FromMinutes(1);

    // One for the process, as its documentation asks; a stalled transfer is ended by the watch below, and a long one by nobody.
    private static readonly HttpClient Http = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Downloads what is still missing of a file.</summary>
    /// <param name="part">The repository and revision.</param>
    /// <param name="path">Path of the file in the repository.</param>
    /// <param name="target">File to which the content is added; it need not be there.</param>
    /// <param name="bytes">Length that the whole file must have.</param>
    /// <param name="onBytes">Told the length that the target has.</param>
    /// <param name="cancellationToken">Stops the download; what has arrived stays in the target.</param>
    /// <exception cref="ModelException">The file is not there, may not be read, is longer than it must be, or the connection fails again and again.</exception>
    internal async Task FetchAsync(HuggingFacePart part, string path, string target, long bytes, Action<long> onBytes, CancellationToken cancellationToken)
    {
        var url = new Uri($"{address.AbsoluteUri.TrimEnd('/')}/{part.Repo}/resolve/{Escape(part.Revision)}/{Escape(path)}");
        for (var vainTries = 0; ;)
        {
            var before = StoreLayout.LengthOf(target);
            try
            {
                await FetchOnceAsync(url, target, bytes, onBytes, cancellationToken);
                return;
            }
            catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                vainTries = StoreLayout.LengthOf(target) > before ? 0 : vainTries + 1;
                if (vainTries == MostVainTries)
                    throw new ModelException($"The download of '{url}' failed {MostVainTries} times: {Reason(error)} Check the network connection and try again; what has arrived is kept.", error);
                await Task.Delay(FirstPause * (1 << vainTries), clock, cancellationToken);
            }
        }
    }

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Reason(Exception error) =>
        error is OperationCanceledException ? $"nothing arrived for {Stall.TotalSeconds:0} seconds." : error.Message;

    private static void ThrowIfRefused(HttpResponseMessage response, Uri url)
    {
        var status = $"{(int)response.StatusCode} {response.ReasonPhrase}";
        switch (response.StatusCode)
        {
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                throw new ModelException($"The server does not let '{url}' be read ({status}): its owner asks for an account or a consent. Download it by hand and name a folder in the catalog.");
            case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                throw new ModelException($"There is no file '{url}' ({status}). Correct the repository, revision and path in the catalog.");
        }

        // Whatever else is wrong may pass: a busy server, a gateway, a limit.
        response.EnsureSuccessStatusCode();
    }

    private static ModelException TooLong(Uri url, long bytes) =>
        new($"The file '{url}' is longer than the {bytes} bytes that the catalog names, so it is another file. Correct the catalog.");

    private async Task FetchOnceAsync(Uri url, string target, long bytes, Action<long> onBytes, CancellationToken cancellationToken)
    {
        using var stall = new CancellationTokenSource(Stall, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stall.Token, cancellationToken);
        await using var file = new FileStream(target, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
        // More than there can be is a leftover of another file.
        if (file.Length > bytes)
            file.SetLength(0);
        if (file.Length == bytes)
            return;
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (file.Length > 0)
            request.Headers.Range = new RangeHeaderValue(file.Length, to: null);
        using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        if (response.StatusCode is HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            file.SetLength(0);
            throw new IOException("the server has less of the file than was here; it is begun anew.");
        }

        ThrowIfRefused(response, url);
        // A server that does not know ranges sends all of it.
        if (response.StatusCode is not HttpStatusCode.PartialContent || response.Content.Headers.ContentRange?.From != file.Length)
            file.SetLength(0);
        file.Position = file.Length;
        await CopyAsync(response, url, file, bytes, done => Alive(stall, onBytes, done), either.Token);
    }

    private static void Alive(CancellationTokenSource stall, Action<long> onBytes, long done)
    {
        stall.CancelAfter(Stall);
        onBytes(done);
    }

    private static async Task CopyAsync(HttpResponseMessage response, Uri url, FileStream file, long bytes, Action<long> onBytes, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[BufferBytes];
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (file.Position + count > bytes)
            {
                file.SetLength(0);
                throw TooLong(url, bytes);
            }

            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            onBytes(file.Position);
        }

        if (file.Position < bytes)
            throw new IOException($"the connection ended after {file.Position} of {bytes} bytes.");
        file.Flush(flushToDisk: true);
    }
}
