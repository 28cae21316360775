using Lectern.Inference.Audio;

namespace Lectern.Inference.Tests.Audio;

public sealed class FfmpegFailureTests
{
    [Theory]
    [InlineData(1, "[mov @ 0x1] moov atom not found|pipe:0: Invalid data found when processing input", "is cut off")]
    [InlineData(1, "[hls @ 0x1] Format not on whitelist 'wav'|x: Invalid argument", "is not a recording but another kind of file")]
    [InlineData(1, "[h264 @ 0x1] Codec (h264) not on whitelist 'mp3'|Output file #0 does not contain any stream", "has no audio track")]
    [InlineData(1, "pipe:0: Invalid data found when processing input", "is not a recording that Lectern can read")]
    [InlineData(1, "[dca @ 0x1] Codec (dca) not on whitelist 'mp3'|Error while opening decoder for input stream #0:0 : Invalid argument", "uses an audio codec")]
    [InlineData(1, "Decoder (codec cook) not found for input stream #0:0", "uses an audio codec")]
    [InlineData(69, "Error while decoding stream #0:0: Invalid data found|Conversion failed!", "is damaged")]
    [InlineData(1, "Error reinitializing filters!|Failed to inject frame into filter network: Invalid argument", "more than 64 channels")]
    [InlineData(255, "", "limit of processor time")]
    [InlineData(134, "", "signal 6")]
    [InlineData(0, "", "holds no sound")]
    public void Last_lines_become_a_sentence(int exitCode, string lines, string expected)
    {
        var error = FfmpegFailure.Explain("talk.mp3", exitCode, lines.Split('|', StringSplitOptions.RemoveEmptyEntries), TimeSpan.Zero);

        Assert.StartsWith("“talk.mp3” ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_decoded_is_told_in_hours_minutes_and_seconds()
    {
        var error = FfmpegFailure.Explain("talk.mp3", 69, ["Conversion failed!"], new TimeSpan(1, 2, 3, 4));

        Assert.Contains("as far as 26:03:04:", error.Message, StringComparison.Ordinal);
    }
}
