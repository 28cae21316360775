using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lectern.Data;

/// <summary>The database and the audio beside it, as services.</summary>
public static class DataFeature
{
    /// <summary>Adds database, audio folder and their opening at start. Must come before whatever reads the database when it starts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="layout">Where the data lies.</param>
    public static IServiceCollection AddLectureData(this IServiceCollection services, DataLayout layout) => services
        .AddSingleton(layout)
        .AddSingleton<AudioFolder>()
        .AddDbContextFactory<LecternDb>(options => options.UseLectureDatabase(layout.Database))
        .AddSingleton<OpenDatabase>()
        .AddHostedService<DataFolderHolder>();

    /// <summary>Lets a context use a file as its database.</summary>
    /// <param name="options">The context's options.</param>
    /// <param name="file">The file.</param>
    /// <param name="isPooled">Whether connections stay open for the next one who wants one.</param>
    /// <param name="migrations">Name of the assembly with the migrations; null for this one.</param>
    public static DbContextOptionsBuilder UseLectureDatabase(this DbContextOptionsBuilder options, string file, bool isPooled = true, string? migrations = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, Pooling = isPooled };
        return options.UseSqlite(connection.ToString(), sqlite => sqlite.MigrationsAssembly(migrations)).AddInterceptors(new ConnectionSettings());
    }
}
