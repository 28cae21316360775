using CsCheck;
using Lectern.Ingest;

namespace Lectern.Tests.Ingest;

public sealed class HarmlessNameTests
{
    [Theory]
    [InlineData("lecture 1.mp3", "lecture 1.mp3")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\me\\talk.wav", "talk.wav")]
    [InlineData("a\u0000b\r\nc\u001B.mp3", "ab c.mp3")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("  much \u00A0 space  .mp3 ", "much space .mp3")]
    [InlineData("<script>alert(1)</script>.mp3", "script>.mp3")]
    [InlineData("Vorlesung über Köpfe 讲座.mp3", "Vorlesung über Köpfe 讲座.mp3")]
    [InlineData("..", "recording")]
    [InlineData("/", "recording")]
    [InlineData("", "recording")]
    [InlineData(null, "recording")]
    public void Name_is_made_harmless(string? name, string expected) => Assert.Equal(expected, HarmlessName.Of(name));

    [Fact]
    public void Long_name_keeps_its_ending()
    {
        var name = HarmlessName.Of(new string('a', 500) + ".flac");

        Assert.Equal(HarmlessName.MaxLength, name.Length);
        Assert.EndsWith("a.flac", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_name_becomes_a_name_of_a_file_that_stays_as_it_is() =>
        Gen.String[Gen.Char, 0, 400].Sample(name =>
        {
            var harmless = HarmlessName.Of(name);

            return harmless.Length is > 0 and <= HarmlessName.MaxLength
                && !harmless.Any(character => char.IsControl(character) || character is '/' or '\\')
                && harmless is not ("." or "..")
                && string.Equals(HarmlessName.Of(harmless), harmless, StringComparison.Ordinal);
        });
}
