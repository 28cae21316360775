using CsCheck;
using Lectern.Notes.Outline;

namespace Lectern.Notes.Tests.Outline;

public sealed class ExpectedMatchTests
{
    [Fact]
    public void Certain_cuts_are_taken_exactly()
    {
        var chances = new double[40];
        chances[12] = chances[25] = 1;

        var cuts = ExpectedMatch.Best(chances, Seconds(40), 5, 1, 6);

        Assert.Equal([0, 12, 25], cuts);
    }

    [Fact]
    public void Chances_beside_each_other_win_over_one_that_stands_alone()
    {
        var chances = new double[40];
        (chances[9], chances[10], chances[11]) = (0.25, 0.25, 0.25);
        chances[30] = 0.3;

        var cuts = ExpectedMatch.Best(chances, Seconds(40), 5, 2, 2);

        Assert.Equal([0, 10], cuts);
    }

    [Fact]
    public void Number_and_length_of_parts_keep_to_their_limits() =>
        Gen.Double[0, 0.3].Array[20, 60].Sample(chances =>
        {
            var cuts = ExpectedMatch.Best(chances, Seconds(chances.Length), 4, 2, 4);

            Assert.InRange(cuts.Count, 2, 4);
            Assert.Equal(0, cuts[0]);
            Assert.All(cuts.Zip(cuts.Skip(1).Append(chances.Length)), part => Assert.True(part.Second - part.First >= 4));
        }, iter: 100);

    private static long[] Seconds(int count) => [.. Enumerable.Range(0, count + 1).Select(i => (long)i)];
}
