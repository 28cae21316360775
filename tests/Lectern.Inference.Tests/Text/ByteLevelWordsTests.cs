using System.Text.RegularExpressions;
using CsCheck;
using Lectern.Inference.Text;

namespace Lectern.Inference.Tests.Text;

public sealed partial class ByteLevelWordsTests
{
    private static readonly Gen<string> BasicText = Gen.OneOf(
        Gen.String[Gen.Char["ab1 2'stremvld.,\t\n é–\u00A0"], 0, 40],
        Gen.String[Gen.Char.Where(letter => !char.IsSurrogate(letter)), 0, 40]);

    [Fact]
    public void Words_are_those_of_the_published_pattern() =>
        BasicText.Sample(text => Assert.Equal(Pattern().Matches(text).Select(match => match.Value), ByteLevelWords.Split(text), StringComparer.Ordinal));

    [Fact]
    public void Letters_beyond_the_basic_plane_stay_with_their_word() =>
        Assert.Equal(["a𝐀b", " 𠀀", "🎓"], ByteLevelWords.Split("a𝐀b 𠀀🎓"), StringComparer.Ordinal);

    [GeneratedRegex(@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
