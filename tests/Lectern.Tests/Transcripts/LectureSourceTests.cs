using Lectern.Transcripts;

namespace Lectern.Tests.Transcripts;

public sealed class LectureSourceTests : IDisposable
{
    private const int Megabyte = 1 << 20;

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Missing_file_is_said_by_its_name()
    {
        var error = Assert.Throws<LectureException>(() => LectureSource.Parse(_folder["talk.mp3"], _clock));

        Assert.Contains($"There is no file '{_folder["talk.mp3"]}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_is_not_a_recording()
    {
        var error = Assert.Throws<LectureException>(() => LectureSource.Parse(_folder.Path, _clock));

        Assert.Contains($"'{_folder.Path}' is a folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dash_is_standard_input_which_has_no_path_and_no_fingerprint()
    {
        var source = LectureSource.Parse("-", _clock);

        Assert.Null(source.Path);
        Assert.Equal("lecture", source.Stem);
        Assert.Equal(_clock.GetUtcNow(), source.RecordedAt);
        Assert.Null(await source.FingerprintAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("week 3 – лекция día.m4a", "week 3 – лекция día")]
    [InlineData("talk.part1.mp3", "talk.part1")]
    [InlineData("recording", "recording")]
    [InlineData(".mp3", ".mp3")]
    public void Stem_is_the_name_without_its_ending(string name, string stem)
    {
        File.WriteAllText(_folder[name], "");

        var source = LectureSource.Parse(_folder[name], _clock);

        Assert.Equal(name, source.Name);
        Assert.Equal(stem, source.Stem);
        Assert.Equal(_folder[name], source.Path);
    }

    [Fact]
    public void Lecture_carries_the_time_of_its_file()
    {
        File.WriteAllText(_folder["talk.mp3"], "");
        var time = new DateTimeOffset(2024, 5, 17, 9, 30, 0, TimeSpan.Zero);
        File.SetLastWriteTimeUtc(_folder["talk.mp3"], time.UtcDateTime);

        var source = LectureSource.Parse(_folder["talk.mp3"], _clock);

        Assert.Equal(time, source.RecordedAt);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3 * Megabyte - 1)]
    public async Task Fingerprint_changes_with_the_first_and_the_last_byte(int changed)
    {
        var bytes = new byte[3 * Megabyte];
        var before = await FingerprintAsync(bytes);

        bytes[changed] = 1;
        var after = await FingerprintAsync(bytes);

        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task Fingerprint_changes_with_the_length_and_not_with_the_name()
    {
        var bytes = new byte[3 * Megabyte];
        var original = await FingerprintAsync(bytes);

        var copy = await FingerprintAsync(bytes, "copy.wav");
        var longer = await FingerprintAsync([.. bytes, 0]);

        Assert.Equal(original, copy);
        Assert.NotEqual(original, longer);
    }

    private async Task<string?> FingerprintAsync(byte[] bytes, string name = "talk.wav")
    {
        await File.WriteAllBytesAsync(_folder[name], bytes, TestContext.Current.CancellationToken);
        return await LectureSource.Parse(_folder[name], _clock).FingerprintAsync(TestContext.Current.CancellationToken);
    }
}
