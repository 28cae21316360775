using System.Text.RegularExpressions;
using Lectern.Inference.Seq2Seq;
using Lectern.Inference.Seq2Seq.Rules;
using Lectern.Inference.Speech;
using Lectern.Inference.Text;

namespace Lectern.Inference.Models;

/// <summary>Writes down what is said in windows of audio, with a Moonshine model.</summary>
/// <remarks>
/// Source: Jeffries et al., "Moonshine: Speech Recognition for Live Transcription and Voice Commands" (2024), and the reference
/// <c>usefulsensors/moonshine: moonshine_onnx</c>. Thread-safe; owns the model.
/// </remarks>
public sealed partial class MoonshineTranscriber : IDisposable
{
    private const int StartToken = 1;
    private const int EndToken = 2;

    // The reference stops at 6.5 tokens a second; the fastest English speakers need about 6.
    private const double TokensPerSecond = 6.5;
    private const int FewestMaxTokens = 8;

    // The encoder's three convolutions need at least this much, or they give no frame at all.
    private const int FewestSamples = SampleClock.Rate / 10;

    // A phrase of this many tokens is never said twice in one window but by a decoder in a loop.
    private const int PhraseOfLoop = 5;
    private const int FewestTokensOfSpeech = 2;

    // From here on silence in the text means that words are missing; shorter sounds may well be a cough.
    private static readonly TimeSpan ClearSpeech = TimeSpan.FromSeconds(1);

    private readonly Seq2SeqModel _model;
    private readonly Generator _generator;
    private readonly BpeTokenizer _tokenizer;

    private MoonshineTranscriber(Seq2SeqModel model, BpeTokenizer tokenizer)
    {
        _model = model;
        _generator = new Generator(model);
        _tokenizer = tokenizer;
    }

    /// <summary>Gets the mean log-probability below which a text is taken for invented and dropped.</summary>
    public static double LeastLogProbability => -1.2;

    /// <summary>Loads a model.</summary>
    /// <param name="folder">The model's files.</param>
    /// <exception cref="ModelException">A file is missing, damaged, or of another kind; the message names it.</exception>
    public static MoonshineTranscriber Load(ModelFolder folder)
    {
        var tokenizer = BpeTokenizer.Load(folder.TokenizerFile);
        return new MoonshineTranscriber(Seq2SeqModel.Load(folder), tokenizer);
    }

    /// <summary>Transcribes some windows as one batch.</summary>
    /// <param name="windows">The windows, each at most 30 s.</param>
    /// <param name="cancellation">Stops between two tokens.</param>
    /// <returns>For each window, in order, its text.</returns>
    /// <exception cref="ArgumentException">A window is longer than 30 s.</exception>
    /// <exception cref="OperationCanceledException">The transcription was cancelled.</exception>
    public IReadOnlyList<WindowText> Transcribe(IReadOnlyList<AudioWindow> windows, CancellationToken cancellation)
    {
        if (windows.FirstOrDefault(window => window.Samples.Length > 30 * SampleClock.Rate) is { } tooLong)
            throw new ArgumentException($"Window {tooLong.Index} is longer than 30 s; cut it first.", nameof(windows));
        var generations = _generator.Generate([.. windows.Select(window => Task(window.Samples, []))], cancellation);
        return [.. windows.Zip(generations, (window, generation) => Accept(window, generation, cancellation))];
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private WindowText Accept(AudioWindow window, Generation generation, CancellationToken cancellation)
    {
        var retried = generation switch
        {
            { Stop: StopReason.Loop } => Again(window, new NoRepeatedPhrase(PhraseOfLoop), cancellation),
            { Tokens.Count: 0 } when window.SpeechDuration >= ClearSpeech => Again(window, new NoEarlyEnd(EndToken, FewestTokensOfSpeech), cancellation),
            _ => generation,
        };
        var better = generation.Stop is StopReason.Loop && retried.Stop is not StopReason.End ? generation : retried;
        var text = DoubledComma().Replace(_tokenizer.Decode(better.Tokens).Trim(), ",");
        return better.MeanLogProbability < LeastLogProbability
            ? new WindowText("", better.MeanLogProbability, IsFlagged: false)
            : new WindowText(text, better.MeanLogProbability, IsFlagged: text.Length > 0 && generation.Stop is not StopReason.End);
    }

    /// <summary>The model writes some pauses as two commas; one is enough.</summary>
    [GeneratedRegex(",(?:\\s*,)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DoubledComma();

    private Generation Again(AudioWindow window, ITokenRule rule, CancellationToken cancellation) =>
        _generator.Generate([Task(window.Samples, [rule])], cancellation)[0];

    private static Seq2SeqTask Task(float[] samples, IReadOnlyList<ITokenRule> rules)
    {
        if (samples.Length < FewestSamples)
            Array.Resize(ref samples, FewestSamples);
        return new Seq2SeqTask
        {
            Input = new EncoderInput("input_values", samples, [samples.Length]),
            Prompt = [StartToken],
            EndToken = EndToken,
            MaxTokens = Math.Max(FewestMaxTokens, (int)(TokensPerSecond * samples.Length / SampleClock.Rate)),
            Rules = rules,
        };
    }
}
