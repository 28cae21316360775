using Lectern.Inference.Audio;

namespace Lectern.Inference.Tests.Audio;

public sealed class AudioDecoderOptionsTests
{
    public static TheoryData<string, Func<AudioDecoderOptions>> Bad() => new()
    {
        { "FfmpegPath", () => new AudioDecoderOptions { FfmpegPath = " " } },
        { "FfprobePath", () => new AudioDecoderOptions { FfprobePath = "" } },
        { "TemporaryFolder", () => new AudioDecoderOptions { TemporaryFolder = "" } },
        { "MaxDuration", () => new AudioDecoderOptions { MaxDuration = TimeSpan.Zero } },
        { "MaxMemoryBytes", () => new AudioDecoderOptions { MaxMemoryBytes = 1 << 20 } },
        { "MaxProcessorTime", () => new AudioDecoderOptions { MaxProcessorTime = TimeSpan.FromMilliseconds(1) } },
        { "StallTimeout", () => new AudioDecoderOptions { StallTimeout = TimeSpan.FromDays(30) } },
        { "MaxTemporaryBytes", () => new AudioDecoderOptions { MaxTemporaryBytes = 0 } },
    };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void Option_out_of_its_range_is_named(string option, Func<AudioDecoderOptions> create)
    {
        var error = Assert.ThrowsAny<ArgumentException>(create);

        Assert.StartsWith(option, error.Message, StringComparison.Ordinal);
    }
}
