using Lectern.Data;
using Lectern.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Edits;

/// <summary>Changes something of a lecture by hand.</summary>
/// <param name="databases">The database.</param>
/// <param name="grains">Where the sessions are.</param>
public sealed class EditLecture(IDbContextFactory<LecternDb> databases, IGrainFactory grains)
{
    /// <summary>Makes the change; it is in the database when this returns.</summary>
    /// <param name="ownerId">The workspace of whoever asks.</param>
    /// <param name="lectureId">The lecture.</param>
    /// <param name="edit">The change.</param>
    /// <param name="cancellation">Ends the check of who asks, not the change.</param>
    /// <returns>False where there is no such lecture or it is another's, which nobody can tell apart.</returns>
    /// <exception cref="LectureException">There is nothing of that kind to change, or the text is empty or too long.</exception>
    public async Task<bool> RunAsync(Guid ownerId, Guid lectureId, LectureEdit edit, CancellationToken cancellation)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            if (!await db.Lectures.AnyAsync(row => row.Id == lectureId && row.OwnerId == ownerId, cancellation))
                return false;
        }

        await grains.GetGrain<ILectureSession>(lectureId).EditAsync(edit);
        return true;
    }
}
