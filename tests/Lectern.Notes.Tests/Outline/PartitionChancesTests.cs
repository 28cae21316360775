using Lectern.Notes.Outline;

namespace Lectern.Notes.Tests.Outline;

public sealed class PartitionChancesTests
{
    // Two units about term 0, then three about term 1, a second each.
    private static readonly int[][] Terms = [[0, 0], [0, 0, 2], [1, 1], [1, 1, 2], [1, 1]];
    private static readonly long[] Starts = [0, 1, 2, 3, 4, 5];

    [Fact]
    public void Chances_of_two_parts_sum_to_one_cut()
    {
        var chances = new PartitionChances(Terms, 3, new double[5], Starts, 1).Of(2, 2, 2);

        Assert.Equal(0, chances[0]);
        Assert.Equal(1, chances.Sum(), 1e-9);
    }

    [Fact]
    public void Cut_is_likeliest_where_the_words_change()
    {
        var chances = new PartitionChances(Terms, 3, new double[5], Starts, 1).Of(2, 2, 2);

        Assert.Equal(2, Array.IndexOf(chances, chances.Max()));
    }

    [Fact]
    public void Odds_multiply_the_weight_of_a_cut()
    {
        var plain = new PartitionChances(Terms, 3, new double[5], Starts, 1).Of(2, 2, 2);

        var favoured = new PartitionChances(Terms, 3, [0, 0, 0, 0, 3], Starts, 1).Of(2, 2, 2);

        Assert.Equal(1.5, Math.Log(favoured[4] / favoured[2]) - Math.Log(plain[4] / plain[2]), 1e-9);
    }

    [Fact]
    public void Parts_shorter_than_allowed_get_no_chance()
    {
        var chances = new PartitionChances(Terms, 3, new double[5], Starts, 2).Of(2, 2, 2);

        Assert.Equal([0, 0], [chances[1], chances[4]]);
        Assert.Equal(1, chances[2] + chances[3], 1e-9);
    }

    [Fact]
    public void Number_of_parts_that_cannot_be_made_gives_no_chances()
    {
        var chances = new PartitionChances(Terms, 3, new double[5], Starts, 3).Of(2, 2, 2);

        Assert.All(chances, chance => Assert.Equal(0, chance));
    }
}
