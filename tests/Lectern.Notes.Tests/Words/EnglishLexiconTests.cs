using Lectern.Notes.Words;

namespace Lectern.Notes.Tests.Words;

public sealed class EnglishLexiconTests
{
    [Theory]
    [InlineData("government", NounKind.Group, false)]
    [InlineData("water", NounKind.Substance, false)]
    [InlineData("newton", NounKind.Person, true)]
    [InlineData("paris", NounKind.Location, true)]
    public void Noun_has_its_kind(string lemma, NounKind kind, bool isName)
    {
        var entry = EnglishLexicon.Find(lemma);

        Assert.Equal((kind, isName), (entry?.Kind, entry?.IsName));
    }

    [Fact]
    public void Common_words_count_more_than_rare_ones() => Assert.True(EnglishLexicon.Find("walk")!.Value.Verb > EnglishLexicon.Find("walk")!.Value.Noun);

    [Theory]
    [InlineData("of")]
    [InlineData("qwrtz")]
    public void Function_words_and_no_words_are_not_there(string word) => Assert.Null(EnglishLexicon.Find(word));

    [Theory]
    [InlineData("depends", "depend")]
    [InlineData("wrote", "write")]
    [InlineData("planned", "plan")]
    [InlineData("making", "make")]
    [InlineData("implies", "imply")]
    [InlineData("cloud-free", null)]
    public void Verb_is_brought_to_its_plain_form(string form, string? lemma) => Assert.Equal(lemma, WordForms.VerbLemma(form));

    [Theory]
    [InlineData("mice", "mouse")]
    [InlineData("cells", "cell")]
    [InlineData("theories", "theory")]
    [InlineData("glass", null)]
    public void Plural_is_brought_to_its_singular(string form, string? lemma) => Assert.Equal(lemma, WordForms.Singular(form));
}
