using System.Collections.Frozen;

namespace Lectern.Notes.Sentences;

/// <summary>Function words by language: words that say nothing of what a text is about.</summary>
/// <remarks>Closed-class words (articles, pronouns, prepositions, conjunctions, auxiliaries) from the grammars of the languages.</remarks>
public static class StopWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["en"] = """
            a an the this that these those i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
            she her hers herself it its itself they them their theirs themselves one ones who whom whose which what when where why how
            and or but nor so yet if then else than as because since while although though unless until whether of to in on at by for with
            about against between into through during before after above below from up down out off over under again further once upon
            within without toward towards among across around behind beyond along near per via am is are was were be been being have has had
            having do does did doing done will would shall should can could may might must ought not no n't cannot
            i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll we're we've we'd we'll they're
            they've they'd they'll that's that'd that'll there's here's what's who's where's how's let's isn't aren't wasn't weren't don't
            doesn't didn't won't wouldn't shan't shouldn't can't couldn't mightn't mustn't haven't hasn't hadn't ain't
            there here now all any both each every few more most much many other others another some such only own same too very just also
            even still ever never always often perhaps maybe quite rather almost already either neither however therefore thus hence
            oh ah um uh er erm hmm yes yeah no okay ok well right like gonna wanna gotta kinda sorta s t d ll m re ve
            """,
        ["de"] = """
            der die das den dem des ein eine einen einem einer eines und oder aber denn sondern doch wenn als wie dass daß weil ob obwohl
            ich mich mir du dich dir er ihn ihm sie ihr es wir uns euch ihnen mein dein sein unser euer ihre ihren ihrem ihrer seine seinen
            seinem seiner dieser diese dieses diesen diesem jener jene man sich wer was wo wann warum welche welcher welches
            in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter durch für gegen ohne um bis zwischen während seit
            bin bist ist sind seid war waren wird werden wurde wurden worden haben hat habe hatte hatten kann können konnte muss müssen soll
            sollen sollte will wollen würde würden darf mag nicht kein keine keinen nur auch noch schon sehr mehr so da dann hier dort ja
            nein also nun jetzt immer wieder alle alles viel viele etwas nichts ganz äh ähm
            """,
        ["fr"] = """
            le la les l un une des du de d au aux et ou mais donc or ni car que qu qui quoi dont où quand comment pourquoi si comme
            je me m moi tu te t toi il elle on nous vous ils elles se s lui leur leurs eux y en ce c cet cette ces cela ça ceci celui celle
            ceux celles mon ma mes ton ta tes son sa ses notre nos votre vos à dans par pour sur sous avec sans chez entre vers depuis
            pendant avant après contre suis es est sommes êtes sont étais était étaient été être ai as a avons avez ont avait avaient avoir
            eu sera serait fait faire peut peuvent doit ne n pas plus moins très trop aussi encore déjà bien même tout tous toute toutes
            autre autres alors ainsi puis là ici oui non euh c'est j'ai n'est qu'il qu'on d'une d'un l'on
            """,
        ["es"] = """
            el la lo los las un una unos unas y e o u pero sino porque que quien quienes cual cuales cuyo donde cuando como cómo qué si
            aunque mientras yo me mí tú te ti él ella ello nosotros vosotros ellos ellas usted ustedes se le les nos os mi mis tu tus su sus
            nuestro nuestra este esta esto estos estas ese esa eso esos esas aquel aquella de del a al en con por para sin sobre entre hasta
            desde hacia según durante ante bajo contra soy eres es somos son era eran fue fueron ser sido estoy está están estaba estar he
            ha han había haber hay tiene tienen puede pueden debe no ni sí más menos muy también ya todavía tan tanto todo todos toda todas
            otro otra otros otras así entonces pues aquí allí ahora bueno eh
            """,
        ["it"] = """
            il lo la i gli le l un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla in nel nella nei
            nelle con su sul sulla per tra fra e ed o ma se che chi cui quale quali dove quando come perché anche non più meno molto io
            me mi tu te ti lui lei egli essa noi ci voi vi loro si mio mia tuo sua suo suoi nostro questo questa questi queste quello
            quella quelli quelle sono sei è siamo siete era erano stato essere ho hai ha abbiamo hanno aveva avere può possono deve
            così poi già ancora sempre tutto tutti tutta altre altro altri qui lì ora allora quindi cioè sì no ecco
            """,
        ["pt"] = """
            o a os as um uma uns umas e ou mas porque que quem qual quais onde quando como se embora eu me mim tu te ti ele ela nós vós
            eles elas você vocês lhe lhes nos meu minha teu tua seu sua seus suas nosso este esta isto estes estas esse essa isso aquele
            aquela aquilo de do da dos das em no na nos nas a ao à aos às por pelo pela para com sem sobre entre até desde sou é somos
            são era eram foi foram ser sido está estão estava estar tem têm tinha ter há pode podem deve não nem sim mais menos muito
            também já ainda tão todo todos toda todas outro outra outros assim então aqui ali lá agora bem né
            """,
        ["nl"] = """
            de het een en of maar want dat die dit deze wie wat waar wanneer hoe waarom als dan omdat hoewel ik mij me jij je hij hem zij
            ze haar wij we ons jullie hen hun u mijn jouw zijn onze van in op aan bij met naar uit voor door over onder tussen tegen
            zonder tot om te er ben bent is was waren wordt worden werd geworden heb hebt heeft hebben had hadden kan kunnen kon moet
            moeten zal zullen zou zouden mag wil niet geen ook nog al wel zo zeer meer veel alle alles iets niets hier daar nu toen ja nee dus eh
            """,
    }.ToFrozenDictionary(
        entry => entry.Key,
        entry => entry.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>Returns the function words of a language, in lower case.</summary>
    /// <param name="language">A BCP 47 tag; only its first part counts ("en-GB" is "en").</param>
    /// <returns>An empty set for a language that has no list here.</returns>
    public static IReadOnlySet<string> For(string language) =>
        ByLanguage.TryGetValue(LanguageTag.Primary(language), out var words) ? words : FrozenSet<string>.Empty;
}
