using Lectern.Notes.Summary;

namespace Lectern.Notes.Tests.Summary;

public sealed class SpreadTests
{
    [Fact]
    public void A_place_beside_a_chosen_sentence_covers_less_than_one_far_from_all()
    {
        var spread = new Spread(0.05);
        spread.Add(0.5);

        Assert.Equal(0, spread.NewAt(0.5));
        Assert.True(spread.NewAt(0.52) < spread.NewAt(0.56));
        Assert.Equal(1, spread.NewAt(0.8), 1e-9);
    }

    [Fact]
    public void The_opening_and_the_close_count_until_a_sentence_stands_near_them()
    {
        var spread = new Spread(0.05);
        var opening = spread.NewAt(0.01);
        var close = spread.NewAt(0.99);
        spread.Add(0.04);

        Assert.True(opening > spread.NewAt(0.5));
        Assert.True(spread.NewAt(0.01) < opening - 0.9);
        Assert.Equal(close, spread.NewAt(0.99));
    }
}
