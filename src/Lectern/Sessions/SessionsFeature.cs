using Lectern.Captions;
using Lectern.Inference.Transcription;
using Lectern.Models;
using Microsoft.AspNetCore.Connections;
using Orleans.Configuration;
using Orleans.Serialization;

namespace Lectern.Sessions;

/// <summary>Adds the sessions to a server: an Orleans silo in the same process, which needs no outside service and no port.</summary>
internal static class SessionsFeature
{
    private const int CachedPlaces = 1_000;

    internal static void AddSessions(this WebApplicationBuilder builder)
    {
        builder.Host.UseOrleans(silo => silo
            .UseLocalhostClustering()
            // There is no network between caller and session: an answer that is late comes from a busy machine, and is worth waiting for.
            .Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromMinutes(5))
            // The places of a million sessions are 20 MB, and all sessions are here.
            .Configure<GrainDirectoryOptions>(options => options.CacheSize = CachedPlaces));
        builder.Services.AddSerializer(serializer => serializer.AddJsonSerializer(isSupported: type => type == typeof(TranscribedBatch) || type == typeof(LectureCaption)));
        ListenNowhere(builder.Services);
        builder.Services.AddSingleton<TranscriptionTurns>();
        builder.Services.AddSingleton<SharedModels>();
        builder.Services.AddHostedService<ResumeLectures>();
    }

    private static void ListenNowhere(IServiceCollection services)
    {
        for (var i = 0; i < services.Count; i++)
        {
            if (services[i].ServiceType == typeof(IConnectionListenerFactory) && services[i].IsKeyedService)
                services[i] = ServiceDescriptor.KeyedSingleton<IConnectionListenerFactory, NoListener>(services[i].ServiceKey);
        }
    }
}
