using Lectern.Cli;
using Lectern.Transcripts;

namespace Lectern.Tests.Cli;

public sealed class OutputNamesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Recordings_of_one_name_from_two_folders_do_not_meet()
    {
        var names = new OutputNames(_folder["out"], isSingle: false);

        string[] folders = [names.Folder(Source("a/talk.mp3")), names.Folder(Source("b/talk.wav")), names.Folder(Source("c/Talk.wav"))];

        Assert.Equal([Out("talk"), Out("talk-2"), Out("Talk-3")], folders);
    }

    [Fact]
    public void Transcripts_of_one_name_do_not_meet_either()
    {
        var names = new OutputNames(_folder["out"], isSingle: false);

        string[] files = [names.File(Source("a/talk.mp3"), ".srt"), names.File(Source("b/talk.wav"), ".srt")];

        Assert.Equal([Out("talk.srt"), Out("talk-2.srt")], files);
    }

    [Fact]
    public void Single_recording_takes_the_output_for_itself()
    {
        var names = new OutputNames(_folder["out"], isSingle: true);
        var source = Source("talk.mp3");

        var (folder, file) = (names.Folder(source), names.File(source, ".txt"));

        Assert.Equal(_folder["out"], folder);
        Assert.Equal(_folder["out"], file);
    }

    [Fact]
    public void Trailing_slash_makes_the_output_a_folder()
    {
        var names = new OutputNames(_folder["out"] + "/", isSingle: true);

        var file = names.File(Source("talk.mp3"), ".txt");

        Assert.Equal(Out("talk.txt"), file);
    }

    [Fact]
    public void Folder_that_is_there_takes_the_transcript_into_it()
    {
        Directory.CreateDirectory(_folder["out"]);
        var names = new OutputNames(_folder["out"], isSingle: true);

        var file = names.File(Source("talk.mp3"), ".txt");

        Assert.Equal(Out("talk.txt"), file);
    }

    [Fact]
    public void Without_an_output_the_recording_names_it_in_the_current_folder()
    {
        var names = new OutputNames(output: null, isSingle: true);
        var source = Source("week 3/лекция.m4a");

        var (folder, file) = (names.Folder(source), names.File(source, ".vtt"));

        Assert.Equal(Path.Combine(".", "лекция"), folder);
        Assert.Equal(Path.Combine(".", "лекция.vtt"), file);
    }

    [Fact]
    public void Folder_never_has_the_name_of_a_file_that_is_there()
    {
        var names = new OutputNames(_folder.Path, isSingle: false);
        var source = Source("recording");

        var folder = names.Folder(source);

        Assert.Equal(_folder["recording-notes"], folder);
    }

    private string Out(string name) => Path.Combine(_folder["out"], name);

    private LectureSource Source(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], "");
        return LectureSource.Parse(_folder[name], TimeProvider.System);
    }
}
