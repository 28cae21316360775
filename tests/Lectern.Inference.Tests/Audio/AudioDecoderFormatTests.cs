using Lectern.Inference.Audio;

namespace Lectern.Inference.Tests.Audio;

public sealed class AudioDecoderFormatTests : IDisposable
{
    private const int LossySlack = SampleClock.Rate / 8;

    private readonly AudioClips _clips = new();

    public void Dispose() => _clips.Dispose();

    [Theory]
    [InlineData("tone.wav", 0, "-c:a pcm_s16le")]
    [InlineData("tone24.wav", 0, "-c:a pcm_s24le -ar 96000 -af pan=stereo|c0=c0|c1=c0")]
    [InlineData("mulaw.wav", 0, "-c:a pcm_mulaw -ar 8000")]
    [InlineData("tone.aiff", 0, "-c:a pcm_s16be")]
    [InlineData("tone.flac", 0, "-c:a flac")]
    [InlineData("tone.mp3", LossySlack, "-c:a libmp3lame -b:a 64k")]
    [InlineData("tone.aac", LossySlack, "-c:a aac -f adts")]
    [InlineData("tone.m4a", LossySlack, "-c:a aac")]
    [InlineData("alac.m4a", 0, "-c:a alac")]
    [InlineData("faststart.m4a", LossySlack, "-c:a aac -movflags +faststart")]
    [InlineData("fragmented.mp4", LossySlack, "-c:a aac -f mp4 -movflags +frag_keyframe+empty_moov -frag_duration 500000")]
    [InlineData("tone.mov", LossySlack, "-c:a aac")]
    [InlineData("opus.webm", LossySlack, "-c:a libopus")]
    [InlineData("vorbis.webm", LossySlack, "-c:a libvorbis")]
    [InlineData("tone.ogg", LossySlack, "-c:a libvorbis")]
    [InlineData("tone.opus", LossySlack, "-c:a libopus")]
    [InlineData("tone.wma", LossySlack, "-c:a wmav2")]
    [InlineData("tone.mka", LossySlack, "-c:a flac")]
    [InlineData("tone.mkv", LossySlack, "-c:a aac -f matroska")]
    public async Task Tone_comes_out_of_every_format_with_its_length_and_loudness(string name, int slack, string encoding)
    {
        var path = await _clips.ToneAsync(name, encoding.Split(' '));
        var decoder = new AudioDecoder();

        var fromFile = await decoder.CollectFileAsync(path);
        var fromStream = await decoder.CollectAsync(await OpenAsync(path), name);

        AssertIsTone(fromFile, slack);
        AssertIsTone(fromStream, slack);
        // The end of an MP3's padding is only known where ffmpeg can look ahead.
        Assert.InRange(fromStream.Length - fromFile.Length, 0, Path.GetExtension(name).Equals(".mp3", StringComparison.Ordinal) ? 200 : 0);
    }

    [Theory]
    [InlineData("video.mp4", "-c:v mpeg4 -c:a aac")]
    [InlineData("video.mov", "-c:v mpeg4 -c:a pcm_s16le")]
    [InlineData("video.mkv", "-c:v mpeg4 -c:a aac")]
    [InlineData("faststart.mp4", "-c:v mpeg4 -c:a aac -movflags +faststart")]
    public async Task Sound_of_a_video_comes_out_without_its_picture(string name, string encoding)
    {
        var path = await _clips.MakeAsync(
            name, ["-f", "lavfi", "-i", "testsrc=d=3:s=64x64", "-f", "lavfi", "-i", AudioClips.Tone, .. encoding.Split(' ')]);
        var decoder = new AudioDecoder();

        var fromFile = await decoder.CollectFileAsync(path);
        var fromStream = await decoder.CollectAsync(await OpenAsync(path), name);

        AssertIsTone(fromFile, LossySlack);
        AssertIsTone(fromStream, LossySlack);
    }

    [Fact]
    public async Task Mono_16_kHz_samples_come_out_as_they_went_in()
    {
        var path = await _clips.MakeAsync(
            "exact.wav", "-f", "lavfi", "-i", "anoisesrc=r=16000:d=2.5:a=0.5:seed=7", "-c:a", "pcm_s16le", "-bitexact");

        var samples = await new AudioDecoder().CollectFileAsync(path);

        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var expected = new float[40_000];
        for (var i = 0; i < expected.Length; i++)
            expected[i] = BitConverter.ToInt16(bytes, 44 + (2 * i)) / 32768f;
        Assert.Equal(expected, samples);
    }

    [Theory]
    [InlineData("-i.wav")]
    [InlineData("http:lecture.wav")]
    [InlineData("concat:a|b.wav")]
    [InlineData("pipe:0")]
    [InlineData("100%d%02d.wav")]
    [InlineData("лекция – día 1 'quoted' \"twice\".wav")]
    [InlineData("two\nlines.wav")]
    [InlineData("wrong-ending.mp3")]
    [InlineData("[glob]*?{a,b}.wav")]
    public async Task Name_of_a_file_is_only_a_name(string name)
    {
        var path = await _clips.ToneAsync("plain.wav");
        var named = Path.Combine(_clips.Folder, name);
        File.Move(path, named);

        var samples = await new AudioDecoder().CollectFileAsync(named);
        var info = await new AudioProbe().ProbeFileAsync(named, TestContext.Current.CancellationToken);

        AssertIsTone(samples, 0);
        Assert.Equal("wav", info.Container);
    }

    private static async Task<Stream> OpenAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        return new ArrivingStream(bytes, () => 10_000);
    }

    private static void AssertIsTone(float[] samples, int slack)
    {
        Assert.InRange(samples.Length, (3 * SampleClock.Rate) - slack, (3 * SampleClock.Rate) + slack);
        var middle = samples.AsSpan(SampleClock.Rate / 2, 2 * SampleClock.Rate);
        // LAME makes everything 5 % quieter, lest it clip.
        Assert.Equal(0.5, AudioClips.ToneAmplitude(middle, 440), 0.03);
        Assert.Equal(0.5 / Math.Sqrt(2), AudioClips.Rms(middle), 0.03);
    }
}
