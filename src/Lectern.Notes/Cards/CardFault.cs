namespace Lectern.Notes.Cards;

/// <summary>Why a card was dropped.</summary>
public enum CardFault
{
    /// <summary>The question or the answer says "it", "he", "this" and the like: it cannot be understood without the lecture.</summary>
    UnresolvedPronoun,

    /// <summary>The question speaks of "the other one", "this case" or "the island" without saying which.</summary>
    UnresolvedReference,

    /// <summary>The question is about the course and its room, not its subject.</summary>
    ClassroomTalk,

    /// <summary>The answer has more words than can be recalled.</summary>
    AnswerTooLong,

    /// <summary>The question gives its answer away.</summary>
    AnswerInQuestion,

    /// <summary>The question has too little in it to be understood alone.</summary>
    QuestionTooVague,

    /// <summary>The question has too many words for a card.</summary>
    QuestionTooLong,

    /// <summary>Another card asks much the same.</summary>
    Duplicate,
}
