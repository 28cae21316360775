using System.Collections.Frozen;

namespace Lectern.Notes.Sentences;

/// <summary>English words that lecturers use whatever the subject: they carry talk, not terms.</summary>
/// <remarks>
/// Chosen by hand: verbs of saying, thinking and moving, general nouns ("thing", "way"), adverbs of degree, the furniture of a
/// classroom. A word here may stand in a summary but is never a key term, a section's title or the gap of a card by itself.
/// </remarks>
internal static class SpokenWords
{
    private static readonly FrozenSet<string> English = """
        say says said saying tell tells told telling talk talks talked talking speak speaks spoke speaking ask asks asked asking answer answers
        know knows knew known knowing think thinks thought thinking believe believes believed guess suppose supposed mean means meant meaning
        see sees saw seen seeing look looks looked looking watch show shows showed shown showing hear heard listen feel feels felt feeling
        go goes went gone going come comes came coming get gets got gotten getting give gives gave given giving take takes took taken taking
        make makes made making put puts putting let lets keep keeps kept keeping leave leaves left hold holds held bring brings brought
        want wants wanted wanting need needs needed needing try tries tried trying like likes liked love use uses used using work works worked
        working find finds found finding happen happens happened happening seem seems seemed become becomes became start starts started
        starting begin begins began beginning end ends ended ending stop stops stopped turn turns turned turning move moves moved moving
        call calls called calling write writes wrote written writing read reads reading draw draws drew drawn remember remembers forget
        understand understands understood learn learned explain explains explained describe describes described discuss discussed consider
        considered figure notice imagine wonder care matter matters help helps helped run runs ran play plays played pay sit stand stands stood
        live lives lived die died set sets sort sorts follow follows followed change changes changed add added allow allows allowed
        thing things stuff something anything nothing everything somebody someone anybody anyone everybody everyone nobody
        way ways kind kinds lot lots bit bits piece part parts point points side sides case cases fact facts idea ideas sense question
        questions problem problems reason reasons example examples instance word words name names number numbers place places time times day
        days today tomorrow yesterday week weeks month months year years hour hours minute minutes second seconds moment while people person
        man men woman women guy guys folks kid kids friend friends world life home house hand hands head eye eyes face end top bottom front back
        class classes course courses lecture lectures slide slides page pages book books chapter homework exam exams midterm quiz board
        semester professor student students teacher reading readings handout notes section sections term terms
        good bad better best worse worst great big bigger biggest small smaller little long short high low large larger old new young nice
        fine hard easy simple simply important interesting different same similar certain sure true false real really actually basically
        literally certainly probably possibly obviously clearly exactly simply usually generally typically sometimes somewhat anyway anyways
        first second third last next previous later earlier early late soon ago finally eventually whole entire half full several
        able possible impossible likely available ready own free open close clear general particular specific special usual common total
        back away forward together apart ahead instead else etc whatever whenever wherever whoever whichever somehow somewhere anywhere
        pretty enough far least less beginning middle please thank thanks sorry hello hi welcome morning afternoon evening good-bye bye
        one two three four five six seven eight nine ten eleven twelve hundred thousand million billion zero once twice dozen couple
        plus minus times equal equals sum amount level form forms type types set group line lines area result results value
        laugh laughter laughs applause inaudible music video audio recorder mic microphone
        got gets going goes there's that's it's everybody's doesn don didn isn aren wasn weren won wouldn couldn shouldn hasn haven
        worth based given due regard terms order question issue issues sorts detail details topic subject version view views story stories
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the words that are no terms in a language, in lower case; empty for any language but English.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public static IReadOnlySet<string> For(string language) => LanguageTag.IsEnglish(language) ? English : FrozenSet<string>.Empty;
}
