using CsCheck;
using Lectern.Inference.Seq2Seq.Rules;

namespace Lectern.Inference.Tests.Seq2Seq.Rules;

public sealed class TokenRuleTests
{
    [Fact]
    public void Token_that_would_repeat_a_phrase_is_forbidden()
    {
        var logits = new float[10];

        new NoRepeatedPhrase(3).Apply([1, 2, 3, 4, 1, 2], logits);

        Assert.Equal(float.NegativeInfinity, logits[3]);
        Assert.Single(logits, float.IsNegativeInfinity);
    }

    [Fact]
    public void Every_way_in_which_a_phrase_went_on_is_forbidden()
    {
        var logits = new float[10];

        new NoRepeatedPhrase(2).Apply([1, 2, 1, 3, 1], logits);

        Assert.Equal([2, 3], Enumerable.Range(0, 10).Where(token => float.IsNegativeInfinity(logits[token])));
    }

    [Fact]
    public void Text_decoded_under_the_rule_never_repeats_a_phrase() =>
        Gen.Select(Gen.Int[2, 4], Gen.Int[0, 40], Gen.Int[0, 1000]).Sample((length, steps, seed) =>
        {
            var rule = new NoRepeatedPhrase(length);
            var tokens = new List<int>();
            for (var step = 0; step < steps; step++)
            {
                var logits = new float[4];
                rule.Apply(tokens, logits);
                if (Array.TrueForAll(logits, float.IsNegativeInfinity))
                    break;
                var allowed = Enumerable.Range(0, 4).Where(token => !float.IsNegativeInfinity(logits[token])).ToArray();
                tokens.Add(allowed[(seed + step * step) % allowed.Length]);
            }

            var phrases = Enumerable.Range(0, Math.Max(0, tokens.Count - length + 1)).Select(start => string.Join(' ', tokens.Skip(start).Take(length))).ToList();
            Assert.Equal(phrases.Count, phrases.Distinct().Count());
        });

    [Fact]
    public void End_is_forbidden_until_enough_tokens_have_come()
    {
        var rule = new NoEarlyEnd(endToken: 2, minTokens: 2);
        var early = new float[4];
        var late = new float[4];

        rule.Apply([7], early);
        rule.Apply([7, 8], late);

        Assert.Equal([0, 0, float.NegativeInfinity, 0], early);
        Assert.Equal([0, 0, 0, 0], late);
    }
}
