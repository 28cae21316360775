using CsCheck;
using Lectern.Inference.Seq2Seq;

namespace Lectern.Inference.Tests.Seq2Seq;

public sealed class LoopGuardTests
{
    [Fact]
    public void Token_said_ten_times_is_a_loop_of_which_one_is_kept()
    {
        int[] tokens = [7, 8, .. Enumerable.Repeat(5, 10)];

        var isLoop = LoopGuard.IsLoop(tokens, out var keep);

        Assert.True(isLoop);
        Assert.Equal(3, keep);
    }

    [Fact]
    public void Token_said_nine_times_is_no_loop()
    {
        int[] tokens = [7, 8, .. Enumerable.Repeat(5, 9)];

        var isLoop = LoopGuard.IsLoop(tokens, out var keep);

        Assert.False(isLoop);
        Assert.Equal(tokens.Length, keep);
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    [InlineData(2, 8)]
    [InlineData(3, 6)]
    [InlineData(LoopGuard.LongestPhrase, 4)]
    public void Phrase_is_a_loop_from_four_times_and_sixteen_tokens_on(int phrase, int repeats)
    {
        int[] said = [.. Enumerable.Range(0, phrase)];
        int[] loop = [100, 101, .. Enumerable.Repeat(said, repeats).SelectMany(tokens => tokens)];
        int[] before = [100, 101, .. Enumerable.Repeat(said, repeats - 1).SelectMany(tokens => tokens)];

        Assert.True(LoopGuard.IsLoop(loop, out var keep));
        Assert.Equal(2 + phrase, keep);
        Assert.False(LoopGuard.IsLoop(before, out _));
    }

    [Fact]
    public void Loop_counts_only_at_the_end()
    {
        int[] tokens = [.. Enumerable.Repeat(5, 12), 6];

        Assert.False(LoopGuard.IsLoop(tokens, out _));
    }

    [Fact]
    public void Phrase_longer_than_the_longest_is_left_alone()
    {
        int[] said = [.. Enumerable.Range(0, LoopGuard.LongestPhrase + 1)];
        int[] tokens = [.. said, .. said, .. said, .. said];

        Assert.False(LoopGuard.IsLoop(tokens, out _));
    }

    [Fact]
    public void Whatever_is_cut_is_a_repetition_of_what_is_kept() =>
        Gen.Int[0, 3].Array[0, 4].Select(Gen.Int[0, 3].Array[1, 6], Gen.Int[1, 12]).Sample((head, phrase, repeats) =>
        {
            int[] tokens = [.. head, .. Enumerable.Repeat(phrase, repeats).SelectMany(part => part)];

            var isLoop = LoopGuard.IsLoop(tokens, out var keep);

            if (!isLoop)
            {
                Assert.Equal(tokens.Length, keep);
                return;
            }

            var cut = tokens[keep..];
            var period = Enumerable.Range(1, LoopGuard.LongestPhrase).First(length =>
                length <= keep && cut.Length % length == 0 && cut.Select((token, i) => token == tokens[keep - length + (i % length)]).All(same => same));
            Assert.True(cut.Length / period >= 3);
        });
}
