using System.Formats.Tar;
using System.IO.Compression;

namespace Lectern.Inference.Tests.Catalog;

/// <summary>Makes archives as npm publishes them.</summary>
internal static class Archive
{
    internal static byte[] Of(params (string Path, byte[] Content)[] files) => Of([.. files.Select(file => Entry(file.Path, file.Content))]);

    internal static byte[] Of(params TarEntry[] entries)
    {
        using var stream = new MemoryStream();
        using (var zipped = new GZipStream(stream, CompressionMode.Compress))
        using (var tar = new TarWriter(zipped, TarEntryFormat.Pax))
        {
            foreach (var entry in entries)
                tar.WriteEntry(entry);
        }

        return stream.ToArray();
    }

    internal static TarEntry Entry(string path, byte[] content) =>
        new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(content) };
}
