using System.Text.Json.Nodes;
using Spectre.Console;

namespace Lectern.Cli;

/// <summary>What the commands say: results on standard output, everything else on standard error.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class Terminal
{
    private readonly Lock _lock = new();
    private readonly TextWriter _error;
    private readonly bool _isInteractive;
    private int _lineLength;

    /// <summary>Creates a terminal.</summary>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where messages and progress go.</param>
    /// <param name="isInteractive">Whether a person looks at <paramref name="error"/>, so that a line may be rewritten in place.</param>
    /// <param name="isJson">Whether progress and errors are written as JSON, one object a line.</param>
    public Terminal(TextWriter output, TextWriter error, bool isInteractive, bool isJson)
    {
        Output = output;
        _error = error;
        _isInteractive = isInteractive && !isJson;
        IsJson = isJson;
    }

    /// <summary>Gets where results go.</summary>
    public TextWriter Output { get; }

    /// <summary>Gets whether messages are machine-readable.</summary>
    public bool IsJson { get; }

    /// <summary>Gets how often progress is worth telling.</summary>
    public TimeSpan Rhythm => TimeSpan.FromSeconds(IsJson ? 0.5 : _isInteractive ? 0.2 : 10);

    /// <summary>Opens the process's own terminal.</summary>
    public static Terminal Open(bool isJson)
    {
        var isInteractive = !Console.IsErrorRedirected && AnsiConsole.Profile.Capabilities.Interactive;
        return new Terminal(Console.Out, Console.Error, isInteractive, isJson);
    }

    /// <summary>Says a sentence.</summary>
    public void Say(string sentence)
    {
        if (IsJson)
            Tell(new JsonObject { ["event"] = "message", ["message"] = sentence });
        else
            WriteLine(sentence);
    }

    /// <summary>Says what went wrong.</summary>
    /// <param name="subject">The file or model that failed.</param>
    /// <param name="message">What happened and what to do.</param>
    public void Fail(string subject, string message)
    {
        if (IsJson)
            Tell(new JsonObject { ["event"] = "error", ["file"] = subject, ["message"] = message });
        else
            WriteLine(message.Contains(subject, StringComparison.Ordinal) ? $"Error: {message}" : $"Error in {subject}: {message}");
    }

    /// <summary>Shows how far the work is.</summary>
    /// <param name="text">A line for people; on a screen it takes the place of the one before.</param>
    /// <param name="json">The same for programs.</param>
    public void Show(string text, JsonObject json)
    {
        if (IsJson)
            Tell(json);
        else if (_isInteractive)
            Rewrite(text);
        else
            WriteLine(text);
    }

    /// <summary>Takes the progress line off the screen.</summary>
    public void Clear()
    {
        if (_isInteractive)
            Rewrite("");
    }

    private void Tell(JsonObject json)
    {
        lock (_lock)
        {
            _error.WriteLine(json.ToJsonString());
            _error.Flush();
        }
    }

    private void WriteLine(string line)
    {
        Clear();
        lock (_lock)
            _error.WriteLine(line);
    }

    private void Rewrite(string text)
    {
        lock (_lock)
        {
            var width = Math.Max(20, AnsiConsole.Profile.Width - 1);
            var line = text.Length > width ? text[..width] : text;
            _error.Write('\r' + line.PadRight(_lineLength) + (line.Length == 0 ? "\r" : ""));
            _error.Flush();
            _lineLength = line.Length;
        }
    }
}
