using Lectern.Notes.Marks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lectern.Data;

/// <summary>The database: the only truth about lectures. Audio lies beside it in files.</summary>
/// <remarks>Instants are stored as whole milliseconds since 1970, since SQLite cannot order texts of instants with offsets.</remarks>
/// <param name="options">The connection.</param>
public sealed class LecternDb(DbContextOptions<LecternDb> options) : DbContext(options)
{
    /// <summary>The lectures.</summary>
    public DbSet<LectureRow> Lectures => Set<LectureRow>();

    /// <summary>The segments of their transcripts.</summary>
    public DbSet<SegmentRow> Segments => Set<SegmentRow>();

    /// <summary>The finished batches of their transcriptions.</summary>
    public DbSet<BatchRow> Batches => Set<BatchRow>();

    /// <summary>Their notes.</summary>
    public DbSet<NotesRow> Notes => Set<NotesRow>();

    /// <summary>What was changed by hand.</summary>
    public DbSet<EditRow> Edits => Set<EditRow>();

    /// <summary>Their tags.</summary>
    public DbSet<TagRow> Tags => Set<TagRow>();

    /// <summary>Their marks.</summary>
    public DbSet<MarkRow> Marks => Set<MarkRow>();

    /// <summary>What search finds.</summary>
    public DbSet<SearchLineRow> SearchLines => Set<SearchLineRow>();

    /// <summary>Personal links that were not used yet.</summary>
    public DbSet<LinkRow> Links => Set<LinkRow>();

    /// <summary>Gets the ids of the migrations that this program knows, in order.</summary>
    internal static IReadOnlyList<string> KnownMigrations
    {
        get
        {
            using var db = Open(":memory:");
            return [.. db.Database.GetMigrations()];
        }
    }

    /// <summary>Opens a file as a database, outside the server; the connection is closed with the context.</summary>
    internal static LecternDb Open(string file) =>
        new((DbContextOptions<LecternDb>)new DbContextOptionsBuilder<LecternDb>().UseLectureDatabase(file, isPooled: false).Options);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<LectureStage>().HaveConversion<string>();
        configurationBuilder.Properties<EditTarget>().HaveConversion<string>();
        configurationBuilder.Properties<MarkKind>().HaveConversion<string>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LectureRow>(lecture =>
        {
            lecture.HasKey(row => row.Id);
            lecture.HasIndex(row => new { row.OwnerId, row.DeletedAt, row.CreatedAt });
            lecture.HasIndex(row => row.Stage);
        });
        PartOfLecture(modelBuilder.Entity<SegmentRow>(), row => row.LectureId).HasKey(row => new { row.LectureId, row.Index });
        PartOfLecture(modelBuilder.Entity<BatchRow>(), row => row.LectureId).HasKey(row => new { row.LectureId, row.Index });
        PartOfLecture(modelBuilder.Entity<NotesRow>(), row => row.LectureId).HasKey(row => row.LectureId);
        PartOfLecture(modelBuilder.Entity<TagRow>(), row => row.LectureId).HasKey(row => new { row.LectureId, row.Name });
        PartOfLecture(modelBuilder.Entity<EditRow>(), row => row.LectureId).HasIndex(row => new { row.LectureId, row.Id });
        PartOfLecture(modelBuilder.Entity<SearchLineRow>(), row => row.LectureId).HasIndex(row => new { row.LectureId, row.Kind, row.Item });
        PartOfLecture(modelBuilder.Entity<MarkRow>(), row => row.LectureId).HasKey(row => new { row.LectureId, row.Id });
        modelBuilder.Entity<MarkRow>().HasIndex(row => row.RemovedAt);
        modelBuilder.Entity<LinkRow>().HasKey(row => row.TokenHash);
    }

    private static EntityTypeBuilder<T> PartOfLecture<T>(EntityTypeBuilder<T> part, System.Linq.Expressions.Expression<Func<T, object?>> lecture)
        where T : class
    {
        part.HasOne<LectureRow>().WithMany().HasForeignKey(lecture).OnDelete(DeleteBehavior.Cascade);
        return part;
    }
}
