using CsCheck;
using Lectern.Inference.Seq2Seq;
using Lectern.Inference.Seq2Seq.Rules;

namespace Lectern.Inference.Tests.Seq2Seq;

public sealed class GeneratorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Attention_over_the_encoder_is_found_where_there_is_any()
    {
        using var hiding = new CountingModel(hidesPadding: true);
        using var plain = new CountingModel(hidesPadding: false);

        Assert.True(hiding.Model.Signature.HidesPadding);
        Assert.False(plain.Model.Signature.HidesPadding);
        Assert.Equal([false, true], hiding.Model.Signature.Cache.Select(entry => entry.IsEncoder));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_of_different_lengths_are_decoded_each_to_its_own_end(bool hidesPadding)
    {
        using var model = new CountingModel(hidesPadding);

        var results = new Generator(model.Model).Generate(
            [
                CountingModel.Task([1], 4, 6),
                CountingModel.Task([7], 9, 9, 9, 9, 9, 9, 9),
                CountingModel.Task([3], 1, 2),
                CountingModel.Task([1], 20, 22, 24),
                CountingModel.Task([2], 12),
            ],
            Cancellation);

        Assert.Equal([[2, 3, 4, 5], [8, 9], [], [.. Enumerable.Range(2, 21)], [.. Enumerable.Range(3, 10)]], results.Select(result => result.Tokens));
        Assert.All(results, result => Assert.Equal(StopReason.End, result.Stop));
    }

    [Fact]
    public void Batch_of_several_gives_the_same_as_one_at_a_time()
    {
        using var model = new CountingModel(hidesPadding: true);
        var generator = new Generator(model.Model);

        Gen.Select(Gen.Int[1, 8], Gen.Float[0, 30].Array[1, 12]).Array[1, 6].Sample(
            rows =>
            {
                var tasks = rows.Select(row => CountingModel.Task([row.Item1], row.Item2)).ToList();

                var together = generator.Generate(tasks, CancellationToken.None);

                for (var i = 0; i < tasks.Count; i++)
                {
                    var alone = generator.Generate([tasks[i]], CancellationToken.None)[0];
                    Assert.Equal(alone.Tokens, together[i].Tokens);
                    Assert.Equal(alone.Stop, together[i].Stop);
                    Assert.Equal(alone.MeanLogProbability, together[i].MeanLogProbability, 4);
                }
            },
            iter: 50);
    }

    [Fact]
    public void Prompt_of_several_tokens_is_taken_as_a_whole()
    {
        using var model = new CountingModel(hidesPadding: true);

        var results = new Generator(model.Model).Generate([CountingModel.Task([9, 2], 11), CountingModel.Task([1, 3], 5, 5)], Cancellation);

        Assert.Equal([[10, 11], [4, 5]], results.Select(result => result.Tokens));
    }

    [Fact]
    public void Row_ends_at_its_own_limit()
    {
        using var model = new CountingModel(hidesPadding: true);

        var results = new Generator(model.Model).Generate([CountingModel.Task([1], 20) with { MaxTokens = 3 }, CountingModel.Task([1], 6)], Cancellation);

        Assert.Equal([[2, 3, 4], [2, 3, 4, 5, 6]], results.Select(result => result.Tokens));
        Assert.Equal([StopReason.Limit, StopReason.End], results.Select(result => result.Stop));
    }

    [Fact]
    public void Empty_batch_gives_an_empty_result()
    {
        using var model = new CountingModel(hidesPadding: true);

        Assert.Empty(new Generator(model.Model).Generate([], Cancellation));
    }

    [Theory]
    [InlineData(new int[0], new int[0])]
    [InlineData(new[] { 1 }, new[] { 1, 2 })]
    public void Prompts_that_cannot_be_a_batch_are_refused(int[] first, int[] second)
    {
        using var model = new CountingModel(hidesPadding: true);
        var generator = new Generator(model.Model);

        Assert.Throws<ArgumentException>(() => generator.Generate([CountingModel.Task(first, 5), CountingModel.Task(second, 5)], Cancellation));
    }

    [Fact]
    public void Input_of_another_family_is_the_models_fault()
    {
        using var model = new CountingModel(hidesPadding: true);
        var task = CountingModel.Task([1], 5) with { Input = new EncoderInput("input_features", new float[1], [1]) };
        var generator = new Generator(model.Model);

        var error = Assert.Throws<ModelException>(() => generator.Generate([task], Cancellation));

        Assert.Contains("input_features", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_of_the_wrong_shape_is_a_model_exception()
    {
        using var model = new CountingModel(hidesPadding: true);
        var task = CountingModel.Task([1], 5) with { Input = new EncoderInput("input_values", new float[4], [2, 2]) };
        var generator = new Generator(model.Model);

        Assert.Throws<ModelException>(() => generator.Generate([task], Cancellation));
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_a_model_exception()
    {
        using var model = new CountingModel(hidesPadding: true);
        var generator = new Generator(model.Model);

        Assert.Throws<ModelException>(() => generator.Generate([CountingModel.Task([1], float.NaN)], Cancellation));
    }

    [Fact]
    public void Cancelled_run_does_not_begin()
    {
        using var model = new CountingModel(hidesPadding: true);
        var generator = new Generator(model.Model);

        Assert.Throws<OperationCanceledException>(() => generator.Generate([CountingModel.Task([1], 5)], new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Cancellation_ends_a_run_at_the_next_step()
    {
        using var model = new CountingModel(hidesPadding: true);
        using var source = new CancellationTokenSource();
        var rule = new CancelAfter(source, tokens: 3);
        var generator = new Generator(model.Model);

        Assert.Throws<OperationCanceledException>(() => generator.Generate([CountingModel.Task([1], 20) with { Rules = [rule] }], source.Token));

        Assert.Equal(3, rule.Longest);
    }

    private sealed class CancelAfter(CancellationTokenSource source, int tokens) : ITokenRule
    {
        public int Longest { get; private set; }

        public void Apply(IReadOnlyList<int> generated, Span<float> logits)
        {
            Longest = Math.Max(Longest, generated.Count);
            if (generated.Count == tokens)
                source.Cancel();
        }
    }
}
