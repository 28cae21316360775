namespace Lectern.Ingest;

/// <summary>Names and numbers of the protocol tus 1.0.0, https://tus.io/protocols/resumable-upload.</summary>
internal static class TusProtocol
{
    internal const string Version = "1.0.0";
    internal const string Extensions = "creation,creation-with-upload,creation-defer-length,expiration,checksum,termination";
    internal const string BodyType = "application/offset+octet-stream";
    internal const string Path = "/files";

    internal const string Resumable = "Tus-Resumable";
    internal const string VersionHeader = "Tus-Version";
    internal const string ExtensionHeader = "Tus-Extension";
    internal const string MaxSize = "Tus-Max-Size";
    internal const string ChecksumAlgorithms = "Tus-Checksum-Algorithm";
    internal const string Offset = "Upload-Offset";
    internal const string Length = "Upload-Length";
    internal const string DeferLength = "Upload-Defer-Length";
    internal const string Metadata = "Upload-Metadata";
    internal const string Expires = "Upload-Expires";
    internal const string Checksum = "Upload-Checksum";
    internal const string MethodOverride = "X-HTTP-Method-Override";

    /// <summary>The status by which tus says that bytes are not what their checksum says.</summary>
    internal const int ChecksumMismatch = 460;
}
