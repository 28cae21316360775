using System.Net;
using System.Net.Sockets;
using Lectern.Inference.Transcription;
using Lectern.Models;
using Orleans.Configuration;
using Orleans.Serialization;

namespace Lectern.Sessions;

/// <summary>Adds the sessions to a server: an Orleans silo in the same process, which needs no outside service and listens on loopback only.</summary>
internal static class SessionsFeature
{
    internal static void AddSessions(this WebApplicationBuilder builder)
    {
        builder.Host.UseOrleans(silo => silo
            .UseLocalhostClustering(siloPort: FreePort(), gatewayPort: FreePort())
            // There is no network between caller and session: an answer that is late comes from a busy machine, and is worth waiting for.
            .Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromMinutes(5))
            .Services.AddSerializer(serializer => serializer.AddJsonSerializer(isSupported: type => type == typeof(TranscribedBatch))));
        builder.Services.AddSingleton<TranscriptionTurns>();
        builder.Services.AddSingleton<SharedModels>();
        builder.Services.AddHostedService<ResumeLectures>();
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
