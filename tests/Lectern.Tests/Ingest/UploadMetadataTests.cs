using System.Text;
using Lectern.Ingest;

namespace Lectern.Tests.Ingest;

public sealed class UploadMetadataTests
{
    [Fact]
    public void Keys_and_values_are_read()
    {
        var metadata = UploadMetadata.TryParse($"filename {Base64("a ü.mp3")}, filetype {Base64("audio/mpeg")},empty,blank ");

        Assert.NotNull(metadata);
        Assert.Equal("a ü.mp3", metadata["filename"]);
        Assert.Equal("audio/mpeg", metadata["filetype"]);
        Assert.Equal("", metadata["empty"]);
        Assert.Equal("", metadata["blank"]);
        Assert.Null(metadata["Filename"]);
    }

    [Theory]
    [InlineData("naïve YQ==")]
    [InlineData("a YQ==,a YQ==")]
    [InlineData("a YQ")]
    [InlineData("a  YQ==")]
    [InlineData("a YQ==,")]
    [InlineData("a\tb YQ==")]
    public void What_breaks_a_rule_is_none(string header) => Assert.Null(UploadMetadata.TryParse(header));

    [Fact]
    public void Header_that_is_too_long_is_none()
    {
        var value = Base64(new string('a', UploadMetadata.MaxLength));

        Assert.Null(UploadMetadata.TryParse("filename " + value));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
