using Lectern.Inference.Catalog;
using Lectern.Inference.Text;

namespace Lectern.Inference.Tests.Text;

/// <summary>The tokenizer of the installed Moonshine model against ids that llama-tokenizer-js 1.2.2 itself gave, run under Node.js 20.</summary>
public sealed class LlamaVocabularyTests
{
    private static readonly Lazy<BpeTokenizer?> Installed = new(FindInstalled);

    private static BpeTokenizer Tokenizer
    {
        get
        {
            Assert.SkipWhen(Installed.Value is null, "No Moonshine model is installed; 'lectern models get moonshine-base' installs one.");
            return Installed.Value;
        }
    }

    [Theory]
    [InlineData("the", 278)]
    [InlineData("The lecture begins at nine.", 450, 29197, 16410, 472, 14183, 29889)]
    [InlineData("  two  spaces", 259, 1023, 29871, 8162)]
    [InlineData("tab\tand\nline", 4434, 12, 392, 13, 1220)]
    [InlineData("naïve café – 42 %", 1055, 30085, 345, 274, 28059, 785, 29871, 29946, 29906, 1273)]
    [InlineData("🦙 eats Ꙋ", 29871, 243, 162, 169, 156, 321, 1446, 29871, 237, 156, 141)]
    [InlineData("镇", 29871, 30411)]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", 263, 27137, 27137, 27137, 27137, 7340, 29874)]
    public void Ids_are_those_of_the_package_that_the_models_were_published_with(string text, params int[] ids)
    {
        Assert.Equal(ids, Tokenizer.Encode(text));
        Assert.Equal(text, Tokenizer.Decode([1, .. ids, 2]));
    }

    [Fact]
    public void The_vocabulary_has_32000_pieces_and_the_models_padding_beyond_is_silent()
    {
        Assert.Equal(32_000, Tokenizer.VocabularySize);
        Assert.Equal((1, 2, 278), (Tokenizer.IdOf("<s>"), Tokenizer.IdOf("</s>"), Tokenizer.IdOf("▁the")));
        Assert.Equal("the", Tokenizer.Decode([32_000, 278, 32_767]));
    }

    private static BpeTokenizer? FindInstalled()
    {
        var data = DataFolder.Find(Environment.GetEnvironmentVariable);
        var installed = new ModelStore(data, ModelCatalog.BuiltIn).List().FirstOrDefault(status => status is { State: ModelState.Installed, Entry.Family: "moonshine" });
        return installed is null ? null : BpeTokenizer.Load(Path.Combine(new StoreLayout(data).ModelFolder(installed.Entry.Id), "tokenizer.json"));
    }
}
