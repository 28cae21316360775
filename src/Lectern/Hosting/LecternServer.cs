using Lectern.Captions;
using Lectern.Components;
using Lectern.Data;
using Lectern.Edits;
using Lectern.Exports;
using Lectern.Inference.Catalog;
using Lectern.Ingest;
using Lectern.Library;
using Lectern.Marks;
using Lectern.Recordings;
using Lectern.Sessions;
using Microsoft.Extensions.Configuration.Memory;

namespace Lectern.Hosting;

/// <summary>Puts the server together: web pages, HTTP endpoints and, in the same process, the sessions.</summary>
public static class LecternServer
{
    // What a user is told stands on the page; the log is for who looks into a problem. Settings override these.
    private static readonly Dictionary<string, string?> QuietLog = new(StringComparer.Ordinal)
    {
        ["Logging:LogLevel:Default"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:Orleans.Runtime.Silo"] = nameof(LogLevel.Error),
        ["Logging:LogLevel:Orleans.Runtime.Watchdog"] = nameof(LogLevel.Error),
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = nameof(LogLevel.Error),
    };

    /// <summary>Makes a server that is not started yet.</summary>
    /// <param name="arguments">Settings as <c>--Lectern:MaxUploadBytes=…</c>.</param>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="url">The address to listen on: "http://127.0.0.1:5080"; port 0 for a free one.</param>
    /// <param name="configure">Changes services before they are built, for tests; null for none.</param>
    public static WebApplication Create(string[] arguments, string dataFolder, string url, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = arguments,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(LecternServer).Assembly.GetName().Name,
        });
        builder.WebHost.UseUrls(url);

        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = QuietLog });
        builder.Services.AddOptions<LecternOptions>().BindConfiguration(LecternOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddLectureData(new DataLayout(dataFolder));
        builder.Services.AddSingleton(new ModelStore(dataFolder, ModelCatalog.Load(dataFolder)));
        builder.AddSessions();
        builder.Services.AddLibrary();
        builder.Services.AddProtection().AddUploads().AddRecordings().AddExports().AddEdits().AddMarks();
        builder.AddPages();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseProtection();
        app.MapGet("/healthz", () => TypedResults.Text("ok")).AllowAnonymous();
        app.MapLinks();
        app.MapLectures();
        app.MapCaptions();
        app.MapUploads();
        app.MapRecordings();
        app.MapExports();
        app.MapEdits();
        app.MapMarks();
        app.MapPages();
        return app;
    }
}
