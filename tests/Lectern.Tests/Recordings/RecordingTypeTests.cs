using Lectern.Recordings;

namespace Lectern.Tests.Recordings;

public sealed class RecordingTypeTests
{
    [Theory]
    [InlineData("mp3", "audio/mpeg", "-c:a", "libmp3lame")]
    [InlineData("wav", "audio/wav")]
    [InlineData("flac", "audio/flac")]
    [InlineData("ogg", "audio/ogg", "-c:a", "libopus", "-ar", "48000")]
    [InlineData("webm", "audio/webm", "-c:a", "libopus", "-ar", "48000")]
    [InlineData("mka", "video/x-matroska", "-c:a", "libopus", "-ar", "48000")]
    [InlineData("m4a", "audio/mp4", "-c:a", "aac")]
    [InlineData("mp4", "video/mp4", "-c:a", "aac")]
    [InlineData("mov", "video/mp4", "-c:a", "aac")]
    [InlineData("aac", "audio/aac", "-c:a", "aac")]
    [InlineData("aiff", "audio/aiff")]
    [InlineData("caf", "audio/x-caf")]
    [InlineData("wma", "audio/x-ms-wma", "-c:a", "wmav2")]
    public async Task Type_is_that_of_the_bytes(string extension, string expected, params string[] encoding)
    {
        Repository.NeedProgram("ffmpeg");
        using var folder = new TemporaryFolder();
        var file = folder["clip." + extension];
        using var ffmpeg = System.Diagnostics.Process.Start("ffmpeg", ["-nostdin", "-loglevel", "error", "-f", "lavfi", "-i", "sine=d=0.2:r=44100", .. encoding, file]);
        await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipUnless(ffmpeg.ExitCode == 0, "This ffmpeg lacks an encoder.");
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

        Assert.Equal(expected, RecordingType.Of(bytes.AsSpan(0, Math.Min(bytes.Length, RecordingType.HeadBytes))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'>")]
    [InlineData("RIFF")]
    [InlineData("ftyp")]
    public void What_is_no_recording_has_no_type(string text) => Assert.Equal(RecordingType.Unknown, RecordingType.Of(System.Text.Encoding.ASCII.GetBytes(text)));
}
