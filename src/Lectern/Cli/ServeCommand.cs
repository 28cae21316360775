using System.CommandLine;
using Lectern.Hosting;
using Lectern.Inference;

namespace Lectern.Cli;

/// <summary><c>lectern serve [--url URL] [--data DIR]</c>: the web program.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    internal static Command Create()
    {
        var url = new Option<string>("--url")
        {
            Description = "The address to listen on; with port 0 any that is free.",
            DefaultValueFactory = _ => DefaultUrl,
        };
        url.Validators.Add(result =>
        {
            if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                result.AddError($"--url takes an address such as {DefaultUrl}.");
        });
        var data = CommonOptions.Data();
        var settings = new Argument<string[]>("settings")
        {
            Description = "Settings, such as --Lectern:MaxUploadBytes=1000000000 after a '--'; docs/server.md lists them.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("serve", "Start the web program and open its address in a browser.") { url, data, settings };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(url)!, parsed.GetValue(data), parsed.GetValue(settings) ?? [], Terminal.Open(isJson: false), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string url, string? data, string[] settings, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            var folder = CommonOptions.FindData(data);
            await using var server = LecternServer.Create(settings, folder, url);
            await server.StartAsync(cancellation);
            terminal.Say($"Lectern is at {string.Join(" and ", server.Urls)}. Lectures are kept in {folder}. Ctrl-C ends it; nothing is lost.");
            await server.WaitForShutdownAsync(cancellation);
            return ExitCodes.Done;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCodes.Done;
        }
        catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            terminal.Fail(url, $"The address {url} is in use, perhaps by another Lectern: open it in a browser, or choose another with --url.");
            return ExitCodes.Failed;
        }
        catch (Exception error) when (error is LectureException or ModelException or IOException or UnauthorizedAccessException or Microsoft.Extensions.Options.OptionsValidationException)
        {
            terminal.Fail("serve", error.Message);
            return ExitCodes.Failed;
        }
    }
}
