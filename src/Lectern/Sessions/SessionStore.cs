using Lectern.Data;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Sessions;

/// <summary>A session's view of the database: reads a lecture's row and writes it, with all that belongs to it, in one transaction.</summary>
/// <remarks>
/// The first write claims the lecture by raising its epoch. A session that finds another epoch than its own was overtaken, and changes
/// nothing. Not thread-safe: used in the session's turn.
/// </remarks>
/// <param name="databases">The database.</param>
/// <param name="lectureId">The lecture.</param>
internal sealed class SessionStore(IDbContextFactory<LecternDb> databases, Guid lectureId)
{
    private int? _epoch;

    /// <summary>Gets the row as it was last read or written, not tracked; null where there is none.</summary>
    internal LectureRow? Row { get; private set; }

    /// <summary>Gets the row.</summary>
    /// <exception cref="LectureException">There is none.</exception>
    internal LectureRow Lecture => Row ?? throw new LectureException("This lecture is not there any more.");

    /// <summary>Gets whether the row shows a failure that is not in the database.</summary>
    internal bool ShowsFailure { get; private set; }

    /// <summary>Reads from the database; also before the first write.</summary>
    internal async Task<T> ReadAsync<T>(Func<LecternDb, Task<T>> read)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Reads the row.</summary>
    internal async Task LoadAsync()
    {
        Row = await ReadAsync(db => db.Lectures.AsNoTracking().FirstOrDefaultAsync(row => row.Id == lectureId));
        ShowsFailure = false;
    }

    /// <summary>Adds the row of a new lecture; does nothing where there is one.</summary>
    internal async Task CreateAsync(LectureRow row)
    {
        if (Row is not null)
            return;
        await using var db = await databases.CreateDbContextAsync();
        db.Lectures.Add(row);
        db.SearchLines.Add(Library.SearchLines.OfTitle(row.Id, row.Title));
        await db.SaveChangesAsync();
        db.Entry(row).State = EntityState.Detached;
        (Row, _epoch) = (row, row.Epoch);
    }

    /// <summary>Changes the row and what belongs to it; all of it is in the database when this returns, or nothing.</summary>
    /// <param name="change">Changes rows that the context tracks; saving is not its matter.</param>
    /// <exception cref="LectureException">There is no such lecture.</exception>
    /// <exception cref="StaleSessionException">Another session has taken over.</exception>
    internal async Task WriteAsync(Func<LecternDb, LectureRow, Task> change)
    {
        await using var db = await databases.CreateDbContextAsync();

        // SQLite lets one transaction write at a time from its beginning, so nothing can come between the check and the change.
        await using var transaction = await db.Database.BeginTransactionAsync();
        var row = await db.Lectures.FirstOrDefaultAsync(row => row.Id == lectureId) ?? throw new LectureException("This lecture is not there any more.");
        if (_epoch is { } mine && row.Epoch != mine)
            throw new StaleSessionException(lectureId);
        if (_epoch is null)
            row.Epoch++;
        row.Version++;
        await change(db, row);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        (Row, _epoch, ShowsFailure) = (row, row.Epoch, false);
    }

    /// <summary>Makes a change of a change to the row alone.</summary>
    internal static Func<LecternDb, LectureRow, Task> OfRow(Action<LectureRow> change) => (_, row) =>
    {
        change(row);
        return Task.CompletedTask;
    };

    /// <summary>Removes the lecture with all that belongs to it.</summary>
    internal async Task RemoveAsync()
    {
        await WriteAsync((db, row) =>
        {
            db.Lectures.Remove(row);
            return Task.CompletedTask;
        });
        Row = null;
    }

    /// <summary>Shows a failure that could not be written down, until the next write succeeds.</summary>
    internal void ShowFailure(string failure)
    {
        if (Row is not { } row)
            return;
        (row.Stage, row.Failure) = (LectureStage.Failed, failure);
        ShowsFailure = true;
    }
}
