using System.Text;
using CsCheck;
using Lectern.Inference.Text;

namespace Lectern.Inference.Tests.Text;

public sealed class BpeTokenizerTests
{
    private static readonly BpeTokenizer ByteFallback = TinyTokenizers.Load(TinyTokenizers.ByteFallback());
    private static readonly BpeTokenizer ByteLevel = TinyTokenizers.Load(TinyTokenizers.ByteLevel());

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.String["the a'l \t\n"],
        Gen.Int[0, 0x10FFFF].Where(Rune.IsValid).Select(value => char.ConvertFromUtf32(value)).Array[0, 20].Select(string.Concat));

    [Fact]
    public void Any_text_comes_back_from_a_tokenizer_with_byte_fallback() =>
        AnyText.Where(text => !text.Contains('▁', StringComparison.Ordinal)).Sample(
            text => Assert.Equal(WellFormed(text), ByteFallback.Decode(ByteFallback.Encode(text))));

    [Fact]
    public void Any_text_comes_back_from_a_byte_level_tokenizer() =>
        AnyText.Sample(text => Assert.Equal(WellFormed(text), ByteLevel.Decode(ByteLevel.Encode(text))));

    [Fact]
    public void Any_ids_decode_to_some_text() =>
        Gen.Int.Array.Sample(ids => ByteFallback.Decode(ids) + ByteLevel.Decode(ids) is not null);

    [Fact]
    public void Pieces_merge_by_rank_and_from_the_left()
    {
        Assert.Equal([266], ByteFallback.Encode("the"));
        Assert.Equal([259, 267, 263], ByteFallback.Encode("aaa"));
        Assert.Equal([258, 260], ByteLevel.Encode(" the'll"));
    }

    [Fact]
    public void Characters_outside_the_vocabulary_become_bytes()
    {
        int[] expected = [259, 3 + 0xF0, 3 + 0x9F, 3 + 0x8E, 3 + 0x93];

        Assert.Equal(expected, ByteFallback.Encode("🎓"));
    }

    [Fact]
    public void Bytes_that_are_no_utf8_become_the_replacement_character()
    {
        Assert.Equal("a\uFFFDa", ByteFallback.Decode([263, 3 + 0xF0, 263]));
        Assert.Equal("a\uFFFD", ByteLevel.Decode(['a', 0xC3]));
    }

    [Fact]
    public void Special_tokens_and_ids_beyond_the_vocabulary_are_left_out_of_the_text()
    {
        Assert.Equal("the", ByteFallback.Decode([1, 266, 2, 32_767, -1, int.MaxValue]));
        Assert.Equal("<|0.00|> the", ByteLevel.Decode([262, 258, 261]));
    }

    [Fact]
    public void Added_tokens_are_found_in_a_text()
    {
        Assert.Equal([1, 266, 2], ByteFallback.Encode("<s>the</s>"));
        Assert.Equal([262, 258, 261], ByteLevel.Encode("<|0.00|> the<|end|>"));
    }

    [Fact]
    public void The_vocabulary_answers_for_pieces_and_added_tokens()
    {
        Assert.Equal(266, ByteFallback.IdOf("▁the"));
        Assert.Equal(261, ByteLevel.IdOf("<|end|>"));
        Assert.Null(ByteLevel.IdOf("lecture"));
        Assert.Equal(268, ByteFallback.VocabularySize);
        Assert.Equal(263, ByteLevel.VocabularySize);
    }

    [Fact]
    public void A_prefix_space_is_added_where_the_file_asks_for_it()
    {
        var definition = TinyTokenizers.ByteLevel();
        definition["pre_tokenizer"]!["add_prefix_space"] = true;

        var tokenizer = TinyTokenizers.Load(definition);

        Assert.Equal([258], tokenizer.Encode("the"));
        Assert.Equal([258], tokenizer.Encode(" the"));
    }

    [Fact]
    public void Characters_without_bytes_become_one_unknown_token_where_the_file_fuses_them()
    {
        var definition = TinyTokenizers.ByteFallback();
        definition["model"]!["byte_fallback"] = false;
        var apart = TinyTokenizers.Load(definition);
        definition["model"]!["fuse_unk"] = true;
        var fused = TinyTokenizers.Load(definition);

        Assert.Equal([259, 0, 0, 263], apart.Encode("éüa"));
        Assert.Equal([259, 0, 263], fused.Encode("éüa"));
    }

    [Fact]
    public void A_word_of_the_vocabulary_is_taken_whole_where_the_file_ignores_merges()
    {
        var definition = TinyTokenizers.ByteLevel();
        definition["model"]!["merges"] = new System.Text.Json.Nodes.JsonArray();
        definition["model"]!["ignore_merges"] = true;

        var tokenizer = TinyTokenizers.Load(definition);

        Assert.Equal([257, 258, ' ', 't', 'h'], tokenizer.Encode("the the th"));
    }

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
