using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Tests.Crash;

/// <summary>What a data folder holds, read from outside the server.</summary>
/// <param name="layout">The data folder.</param>
internal sealed class CrashState(DataLayout layout)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Reads where the lectures stand.</summary>
    internal async Task<IReadOnlyDictionary<Guid, LectureRow>> LecturesAsync()
    {
        await using var db = await OpenAsync();
        return db is null ? new Dictionary<Guid, LectureRow>() : await db.Lectures.AsNoTracking().ToDictionaryAsync(row => row.Id, Cancellation);
    }

    /// <summary>Reads which batches are finished.</summary>
    internal async Task<HashSet<(Guid Lecture, int Batch)>> BatchesAsync()
    {
        await using var db = await OpenAsync();
        return db is null ? [] : [.. (await db.Batches.AsNoTracking().ToListAsync(Cancellation)).Select(row => (row.LectureId, row.Index))];
    }

    /// <summary>Reads all that was made of a lecture: transcript, notes, what search finds, waveform.</summary>
    internal async Task<string> OutcomeAsync(Guid lecture)
    {
        await using var db = (await OpenAsync())!;
        var segments = await db.Segments.AsNoTracking().Where(row => row.LectureId == lecture).OrderBy(row => row.Index).ToListAsync(Cancellation);
        var notes = await db.Notes.AsNoTracking().SingleAsync(row => row.LectureId == lecture, Cancellation);
        var lines = await db.SearchLines.AsNoTracking().Where(row => row.LectureId == lecture).OrderBy(row => row.Kind).ThenBy(row => row.Item).ToListAsync(Cancellation);
        var waveform = await File.ReadAllBytesAsync(new AudioFolder(layout).WaveformOf(lecture), Cancellation);
        return string.Join(
            '\n',
            [
                .. segments.Select(row => $"{row.Index} {row.Batch} {row.StartSample}-{row.EndSample} {row.MeanLogProbability:R} {row.IsFlagged} {row.Text}"),
                notes.Json,
                .. lines.Select(row => $"{row.Kind} {row.Item} {row.StartSample} {row.Text}"),
                Convert.ToBase64String(waveform),
            ]);
    }

    /// <summary>Lets the database check itself and its full-text index; throws where something is wrong.</summary>
    internal async Task VerifyAsync()
    {
        await using var db = (await OpenAsync())!;
        Assert.Equal("ok", await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check LIMIT 1").SingleAsync(Cancellation));
        Assert.Empty(await db.Database.SqlQuery<string>($"SELECT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync(Cancellation));
        await db.Database.ExecuteSqlAsync($"INSERT INTO SearchIndex(SearchIndex, rank) VALUES ('integrity-check', 1)", Cancellation);
    }

    /// <summary>Opens the database; null where the server was killed before it had made one.</summary>
    private async Task<LecternDb?> OpenAsync()
    {
        if (!File.Exists(layout.Database))
            return null;
        var db = LecternDb.Open(layout.Database);
        if (!(await db.Database.GetPendingMigrationsAsync(Cancellation)).Any())
            return db;
        await db.DisposeAsync();
        return null;
    }
}
