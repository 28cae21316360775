using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lectern.Backups;

/// <summary>Reads and writes manifests.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
