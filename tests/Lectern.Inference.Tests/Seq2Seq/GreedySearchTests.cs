using Lectern.Inference.Seq2Seq;
using Lectern.Inference.Seq2Seq.Rules;

namespace Lectern.Inference.Tests.Seq2Seq;

public sealed class GreedySearchTests
{
    private const int End = 0;
    private const int Vocabulary = 6;

    [Fact]
    public void Most_probable_tokens_are_taken_until_the_end_token()
    {
        var search = new GreedySearch(Task(maxTokens: 10));

        Choose(search, 3, 4);
        Assert.False(search.IsFinished);
        Choose(search, End);

        Assert.True(search.IsFinished);
        var generation = search.Finish();
        Assert.Equal([3, 4], generation.Tokens);
        Assert.Equal(StopReason.End, generation.Stop);
    }

    [Fact]
    public void Row_stops_at_its_limit()
    {
        var search = new GreedySearch(Task(maxTokens: 2));

        Choose(search, 3);
        Assert.False(search.IsFinished);
        Choose(search, 4);

        Assert.True(search.IsFinished);
        Assert.Equal(StopReason.Limit, search.Finish().Stop);
    }

    [Fact]
    public void Loop_is_cut_to_its_first_occurrence()
    {
        var search = new GreedySearch(Task(maxTokens: 100));

        Choose(search, [1, 2, .. Enumerable.Repeat(3, 10)]);

        Assert.True(search.IsFinished);
        var generation = search.Finish();
        Assert.Equal([1, 2, 3], generation.Tokens);
        Assert.Equal(StopReason.Loop, generation.Stop);
    }

    [Fact]
    public void Mean_log_probability_counts_every_choice_and_the_end()
    {
        var search = new GreedySearch(Task(maxTokens: 10));

        search.Choose([0, MathF.Log(3), 0, float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity]);
        search.Choose([MathF.Log(7), 0, float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity]);

        var expected = (Math.Log(3.0 / 5) + Math.Log(7.0 / 8)) / 2;
        Assert.Equal(expected, search.Finish().MeanLogProbability, 5);
    }

    [Fact]
    public void Large_logits_do_not_overflow()
    {
        var search = new GreedySearch(Task(maxTokens: 10));

        search.Choose([-3e4f, 3e4f, 3e4f, 0, 0, 0]);

        Assert.Equal(Math.Log(0.5), search.Finish().MeanLogProbability, 5);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Numbers_that_are_not_finite_are_the_models_failure(float logit)
    {
        var search = new GreedySearch(Task(maxTokens: 10));
        float[] logits = [.. Enumerable.Repeat(logit, Vocabulary)];

        var error = Assert.Throws<ModelException>(() => search.Choose(logits));

        Assert.Contains("finite", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_applied_before_the_choice()
    {
        var search = new GreedySearch(Task(maxTokens: 10) with { Rules = [new NoEarlyEnd(End, 1)] });

        var first = search.Choose([9, 1, 2, 1, 1, 1]);
        var second = search.Choose([9, 1, 2, 1, 1, 1]);

        Assert.Equal([2, End], [first, second]);
    }

    [Fact]
    public void Row_that_was_never_decoded_is_empty()
    {
        var generation = new GreedySearch(Task(maxTokens: 10)).Finish();

        Assert.Empty(generation.Tokens);
        Assert.Equal(0, generation.MeanLogProbability);
    }

    private static Seq2SeqTask Task(int maxTokens) => new()
    {
        Input = new EncoderInput("input_values", new float[1], [1]),
        Prompt = [1],
        EndToken = End,
        MaxTokens = maxTokens,
    };

    private static void Choose(GreedySearch search, params int[] tokens)
    {
        foreach (var token in tokens)
        {
            var logits = new float[Vocabulary];
            logits[token] = 5;
            Assert.Equal(token, search.Choose(logits));
        }
    }
}
