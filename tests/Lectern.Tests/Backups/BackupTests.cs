using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Lectern.Backups;
using Lectern.Data;
using Lectern.Notes.Marks;
using Lectern.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Tests.Backups;

public sealed class BackupTests : IDisposable
{
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 1, 2, 3];

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lectern.tar")]
    [InlineData("lectern.tar.gz")]
    public async Task Everything_comes_back_as_it_was(string name)
    {
        using var database = await FillAsync();
        var lecture = await AnyLectureAsync(database.Layout);

        var made = await new MakeBackup(database.Layout, TimeProvider.System).RunAsync(_folder[name], progress: null, Cancellation);
        var restored = new DataLayout(_folder["restored"]);
        var mark = await PhotoAsync(database.Layout);
        var read = await new RestoreBackup(restored).RunAsync(_folder[name], progress: null, Cancellation);

        Assert.Equal(1, made.Lectures);
        Assert.Equal(made.Files, read.Files);
        await using var db = LecternDb.Open(restored.Database);
        Assert.Equal("Sleep", (await db.Lectures.SingleAsync(Cancellation)).Title);
        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM SearchIndex WHERE SearchIndex MATCH 'hippocampus'").SingleAsync(Cancellation));
        Assert.Equal(Audio(), await File.ReadAllBytesAsync(new AudioFolder(restored).RecordingOf(lecture), Cancellation));
        Assert.Equal(Photo, await File.ReadAllBytesAsync(new AudioFolder(restored).PhotoOf(lecture, mark.Id, mark.Photo!), Cancellation));
        Assert.Equal("<key/>", await File.ReadAllTextAsync(Path.Combine(restored.Keys, "key-1.xml"), Cancellation));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(restored.Database));
        Assert.Equal(["audio", "keys", "lectern.db", "server.lock"], Directory.EnumerateFileSystemEntries(restored.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([name, "restored"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Backup_is_whole_while_the_database_is_written_and_audio_grows()
    {
        using var database = await FillAsync();
        var lecture = await AnyLectureAsync(database.Layout);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        // SQLite's calls end before they return, so this would never let the test go on.
        var writing = Task.Run(() => WriteOnAsync(database, lecture, stop.Token), Cancellation);

        for (var i = 0; i < 5; i++)
            await new MakeBackup(database.Layout, TimeProvider.System).RunAsync(_folder[$"{i}.tar"], progress: null, Cancellation);
        await stop.CancelAsync();
        var written = await writing;

        Assert.True(written > 0, "Nothing was written meanwhile.");
        for (var i = 0; i < 5; i++)
        {
            var restored = new DataLayout(_folder[$"{i}"]);
            await new RestoreBackup(restored).RunAsync(_folder[$"{i}.tar"], progress: null, Cancellation);
            await using var db = LecternDb.Open(restored.Database);
            var segments = await db.Segments.CountAsync(Cancellation);
            Assert.Equal(segments, await db.SearchLines.CountAsync(line => line.Kind == SearchLineKind.Segment, Cancellation));
            Assert.True(new AudioFolder(restored).LengthOf(lecture) >= Audio().Length + segments - 1, "Segments without their audio.");
        }
    }

    [Fact]
    public async Task Backup_replaces_no_file()
    {
        using var database = await FillAsync();
        await File.WriteAllTextAsync(_folder["lecture.mp3"], "mine", Cancellation);

        var error = await Assert.ThrowsAsync<LectureException>(() => new MakeBackup(database.Layout, TimeProvider.System).RunAsync(_folder["lecture.mp3"], null, Cancellation));

        Assert.Contains("there already", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder["lecture.mp3"], Cancellation));
    }

    [Fact]
    public async Task Backup_that_is_stopped_leaves_nothing()
    {
        using var database = await FillAsync();
        using var stop = new CancellationTokenSource();
        var stopAtOnce = new Stopping(stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new MakeBackup(database.Layout, TimeProvider.System).RunAsync(_folder["b.tar"], stopAtOnce, stop.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Restore_that_is_stopped_leaves_nothing()
    {
        using var database = await FillAsync();
        await new MakeBackup(database.Layout, TimeProvider.System).RunAsync(_folder["b.tar"], null, Cancellation);
        using var stop = new CancellationTokenSource();
        var stopAtOnce = new Stopping(stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new RestoreBackup(new DataLayout(_folder["new"])).RunAsync(_folder["b.tar"], stopAtOnce, stop.Token));

        Assert.False(Directory.Exists(_folder["new"]));
    }

    [Fact]
    public async Task Restore_touches_no_folder_with_lectures()
    {
        using var database = await FillAsync();
        await new MakeBackup(database.Layout, TimeProvider.System).RunAsync(_folder["b.tar"], null, Cancellation);

        var error = await Assert.ThrowsAsync<LectureException>(() => new RestoreBackup(database.Layout).RunAsync(_folder["b.tar"], null, Cancellation));

        Assert.Contains("A backup replaces nothing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_waits_for_no_server_that_has_the_folder()
    {
        using var database = await FillAsync();
        await new MakeBackup(database.Layout, TimeProvider.System).RunAsync(_folder["b.tar"], null, Cancellation);
        var target = new DataLayout(_folder["new"]);
        using var server = DataFolderLock.Take(target);

        var error = await Assert.ThrowsAsync<LectureException>(() => new RestoreBackup(target).RunAsync(_folder["b.tar"], null, Cancellation));

        Assert.Contains("in use by another Lectern", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_in_the_data_folder_stay()
    {
        using var database = await FillAsync();
        await new MakeBackup(database.Layout, TimeProvider.System).RunAsync(_folder["b.tar"], null, Cancellation);
        Directory.CreateDirectory(_folder["new/models"]);
        await File.WriteAllTextAsync(_folder["new/models/m.onnx"], "model", Cancellation);

        await new RestoreBackup(new DataLayout(_folder["new"])).RunAsync(_folder["b.tar"], null, Cancellation);

        Assert.Equal("model", await File.ReadAllTextAsync(_folder["new/models/m.onnx"], Cancellation));
        Assert.True(File.Exists(_folder["new/lectern.db"]));
    }

    [Fact]
    public async Task Cut_off_backup_is_refused_wherever_the_cut_is()
    {
        using var database = await FillAsync();
        await new MakeBackup(database.Layout, TimeProvider.System).RunAsync(_folder["b.tar"], null, Cancellation);
        var whole = await File.ReadAllBytesAsync(_folder["b.tar"], Cancellation);

        for (var cut = 1; cut < 8; cut++)
        {
            await File.WriteAllBytesAsync(_folder["cut.tar"], whole[..(whole.Length * cut / 8)], Cancellation);
            await AssertRefusedAsync("cut.tar", "Nothing was restored");
        }
    }

    [Fact]
    public async Task Changed_byte_of_the_audio_is_found()
    {
        using var database = await FillAsync();
        await new MakeBackup(database.Layout, TimeProvider.System).RunAsync(_folder["b.tar"], null, Cancellation);
        var bytes = await File.ReadAllBytesAsync(_folder["b.tar"], Cancellation);
        bytes[bytes.AsSpan().IndexOf(Audio().AsSpan(0, 100)) + 1_000] ^= 1;
        await File.WriteAllBytesAsync(_folder["changed.tar"], bytes, Cancellation);

        await AssertRefusedAsync("changed.tar", "has the SHA-256");
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/outside")]
    [InlineData("audio/../../outside")]
    [InlineData("audio/00000000000000000000000000000000/../../../outside")]
    [InlineData("models/m.onnx")]
    [InlineData("keys/../lectern.db")]
    [InlineData("lectern.db-wal")]
    public async Task Name_that_is_none_of_a_backups_is_refused(string name)
    {
        await WriteTarAsync("evil.tar", new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream("evil"u8.ToArray()) });

        await AssertRefusedAsync("evil.tar", "has no place in a data folder");
    }

    [Fact]
    public async Task Link_in_a_backup_is_refused()
    {
        await WriteTarAsync("evil.tar", new PaxTarEntry(TarEntryType.SymbolicLink, "lectern.db") { LinkName = "/etc/passwd" });

        await AssertRefusedAsync("evil.tar", "is no file");
    }

    [Fact]
    public async Task File_that_is_no_backup_is_refused()
    {
        await File.WriteAllBytesAsync(_folder["lecture.mp3"], Audio(), Cancellation);

        await AssertRefusedAsync("lecture.mp3", "not a backup of Lectern's");
    }

    [Fact]
    public async Task Backup_of_a_newer_database_is_refused()
    {
        using var database = await FillAsync();
        await new MakeBackup(database.Layout, TimeProvider.System).RunAsync(_folder["b.tar"], null, Cancellation);
        await new RestoreBackup(new DataLayout(_folder["later"])).RunAsync(_folder["b.tar"], null, Cancellation);
        await using (var db = LecternDb.Open(_folder["later/lectern.db"]))
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '20.0')", Cancellation);

        var error = await Assert.ThrowsAsync<LectureException>(() => new MakeBackup(new DataLayout(_folder["later"]), TimeProvider.System).RunAsync(_folder["c.tar"], null, Cancellation));

        Assert.Contains("newer version", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Audio() => [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7919 >> 3))];

    private static async Task<TestDatabase> FillAsync()
    {
        var database = await TestDatabase.OpenAsync();
        var lecture = Rows.Lecture(Guid.NewGuid(), "Sleep");
        var mark = new MarkRow { LectureId = lecture.Id, Id = Guid.NewGuid(), Number = 1, Kind = MarkKind.Photo, StartSample = 0, EndSample = 0, Photo = "0123456789abcdef", CreatedAt = Rows.Morning };
        await database.AddAsync(lecture, mark, Rows.Segment(lecture.Id, 0, "The hippocampus."), Rows.Line(lecture.Id, 0, "The hippocampus."));
        new AudioFolder(database.Layout).Create(lecture.Id);
        await File.WriteAllBytesAsync(new AudioFolder(database.Layout).RecordingOf(lecture.Id), Audio(), Cancellation);
        await File.WriteAllBytesAsync(new AudioFolder(database.Layout).PhotoOf(lecture.Id, mark.Id, mark.Photo), Photo, Cancellation);
        Directory.CreateDirectory(database.Layout.Keys);
        await File.WriteAllTextAsync(Path.Combine(database.Layout.Keys, "key-1.xml"), "<key/>", Cancellation);
        return database;
    }

    private static async Task<MarkRow> PhotoAsync(DataLayout layout)
    {
        await using var db = LecternDb.Open(layout.Database);
        return await db.Marks.AsNoTracking().SingleAsync(Cancellation);
    }

    private static async Task<Guid> AnyLectureAsync(DataLayout layout)
    {
        await using var db = LecternDb.Open(layout.Database);
        return await db.Lectures.Select(lecture => lecture.Id).SingleAsync(Cancellation);
    }

    /// <summary>Adds a byte of audio and then a segment with its line, over and over; returns how often.</summary>
    private static async Task<int> WriteOnAsync(TestDatabase database, Guid lecture, CancellationToken stop)
    {
        var count = 0;
        for (; !stop.IsCancellationRequested; count++)
        {
            await using (var file = new AudioFolder(database.Layout).OpenAppend(lecture))
                file.WriteByte(1);
            await database.AddAsync(Rows.Segment(lecture, count + 1, "More."), Rows.Line(lecture, count + 1, "More."));
        }

        return count;
    }

    private async Task WriteTarAsync(string name, TarEntry entry)
    {
        await using var file = File.Create(_folder[name]);
        await using var zip = new GZipStream(file, CompressionLevel.Fastest);
        await using var tar = new TarWriter(zip);
        await tar.WriteEntryAsync(entry, Cancellation);
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "manifest.json") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes("{}")) }, Cancellation);
    }

    private async Task AssertRefusedAsync(string name, string reason)
    {
        var error = await Assert.ThrowsAsync<LectureException>(() => new RestoreBackup(new DataLayout(_folder["new"])).RunAsync(_folder[name], null, Cancellation));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["new"]), "Something was left.");
    }

    /// <summary>Stops the work as soon as it has begun.</summary>
    private sealed class Stopping(CancellationTokenSource stop) : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value) => stop.Cancel();
    }
}
