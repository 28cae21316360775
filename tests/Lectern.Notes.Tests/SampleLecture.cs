using Lectern.Inference;

namespace Lectern.Notes.Tests;

/// <summary>A short lecture written for the tests, and one of an hour made of it.</summary>
internal static class SampleLecture
{
    private static readonly string[] Plants =
    [
        "Okay, so welcome back.",
        "Today we are going to talk about photosynthesis and how plants store the energy of light.",
        "Photosynthesis is the process by which plants turn light into chemical energy.",
        "It happens in the chloroplast.",
        "A chloroplast is a small body inside the plant cell that holds chlorophyll.",
        "Chlorophyll absorbs red light and blue light, and it reflects green light.",
        "Leaves are green because chlorophyll reflects green light.",
        "The light reactions split water into oxygen and hydrogen.",
        "The Calvin cycle uses carbon dioxide to build sugar.",
        "The Calvin cycle was described by Melvin Calvin and his group.",
        "So that is really the heart of it, you know.",
        "The rate of photosynthesis depends on light, water and carbon dioxide.",
        "There are two stages of photosynthesis in every green plant.",
        "Adenosine triphosphate, ATP, carries energy from the light reactions to the Calvin cycle.",
    ];

    private static readonly string[] Tides =
    [
        "Alright, now let's turn to the ocean and its tides.",
        "A tide is the slow rise and fall of the sea that the gravity of the moon causes.",
        "The gravity of the moon pulls the water of the ocean towards it.",
        "High tide comes about every twelve hours and twenty five minutes.",
        "A spring tide is a strong tide that comes when the sun and the moon stand in line.",
        "The weakest tides are called neap tides.",
        "Neap tides come when the sun and the moon stand at a right angle.",
        "The Bay of Fundy has a tidal range of 16 metres.",
        "The tidal range depends on the shape of the coast.",
        "Tidal power stations were built in France in 1966.",
        "He said that this would change everything.",
        "The sun pulls on the ocean too, but the moon is much nearer to the earth.",
    ];

    /// <summary>Ten minutes or so on two subjects.</summary>
    public static IReadOnlyList<TranscriptSegment> TwoSubjects { get; } =
        TestTranscript.Of(Enumerable.Repeat(Plants, 5).SelectMany(lines => lines).Concat(Enumerable.Repeat(Tides, 5).SelectMany(lines => lines)));

    /// <summary>Index of the first sentence on the second subject.</summary>
    public static int SecondSubject { get; } = Plants.Length * 5;

    /// <summary>Two minutes on two subjects.</summary>
    public static IReadOnlyList<TranscriptSegment> Short { get; } = TestTranscript.Of([.. Plants, .. Tides]);

    /// <summary>An hour that turns from one to the other six times.</summary>
    public static IReadOnlyList<TranscriptSegment> Hour { get; } = TestTranscript.Of(
        Enumerable.Range(0, 6).SelectMany(part => Enumerable.Repeat(part % 2 == 0 ? Plants : Tides, 10).SelectMany(lines => lines)).Take(900));
}
