using Exemplar.Rules;

namespace Exemplar.Meetings;

/// <summary>What a meeting that was held says to the rules.</summary>
public static class MeetingFacts
{
    /// <summary>How the kinds begin that meetings state.</summary>
    public static readonly string[] Kinds = ["held.", "attended.", "lectured", "first-topic", "trained", "discussed."];

    /// <summary>What a meeting of this kind may state.</summary>
    public static string[] KindsOf(MeetingKind kind) => [$"held.{kind.Key}", $"attended.{kind.Key}", "lectured", "trained", "discussed.strictness", "first-topic"];

    /// <summary>
    /// <c>held.kind</c> of the unit, <c>attended.kind</c> of each who was due and came (its quantity is the tenths of a class hour,
    /// 0 for kinds without), <c>lectured</c>, <c>trained</c>, <c>discussed.strictness</c>, <c>first-topic</c>.
    /// </summary>
    public static List<Fact> Of(Meeting meeting, MeetingKind kind)
    {
        List<Fact> facts = [Say($"held.{kind.Key}")];
        if (!kind.IsConfirmation) facts.AddRange(meeting.Roll.Where(r => r.Attendance is Attendance.Present).Select(r => Say($"attended.{kind.Key}", r.PersonId, meeting.StudyTenths)));
        if (meeting.LecturerId is { } lecturer) facts.Add(Say("lectured", lecturer));
        if (kind.Key is MeetingKind.Training) facts.AddRange(meeting.Roll.Where(r => r.Attendance is Attendance.Present).Select(r => Say("trained", r.PersonId)));
        if (meeting.OnStrictness) facts.Add(Say("discussed.strictness"));
        if (meeting.FirstTopic) facts.Add(Say("first-topic"));
        return facts;

        Fact Say(string what, Guid? person = null, int quantity = 1) => Fact.Of(what, meeting.Id, meeting.UnitId, meeting.HeldOn, person, quantity, meeting.CountsOn);
    }
}
