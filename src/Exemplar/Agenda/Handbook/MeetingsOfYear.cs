using Exemplar.Meetings;
using Exemplar.Meetings.Elections;
using Exemplar.Meetings.Matters;
using Exemplar.Meetings.Voting;
using Exemplar.Tasks;

namespace Exemplar.Agenda.Handbook;

/// <summary>What was held and counts for the year, by date.</summary>
/// <param name="CountedBefore">Held in the year and counted for the one before, in whose handbook it stands.</param>
internal sealed record MeetingsOfYear(IReadOnlyList<HeldMeeting> Meetings, IReadOnlyList<MeetingRow> CountedBefore, MeetingKinds Kinds)
{
    public IEnumerable<HeldMeeting> Sessions => Meetings.Where(m => !m.Kind.IsConfirmation);

    public IEnumerable<HeldMeeting> Confirmations => Meetings.Where(m => m.Kind.IsConfirmation);

    /// <summary>The sessions by kind, in the order of kinds; those that were not held are left out.</summary>
    public IEnumerable<IReadOnlyList<HeldMeeting>> ByKind => Kinds.All.Where(k => !k.IsConfirmation).Select(k => Of(k.Key).ToList()).Where(m => m.Count > 0);

    public IEnumerable<HeldMeeting> Of(string kind) => Meetings.Where(m => m.Kind.Key == kind);
}

/// <summary>A meeting's own row, with names instead of persons.</summary>
/// <param name="Due">Null, like <paramref name="Present"/>, where an imported register did not say.</param>
/// <param name="Name">The kind in words, after the name of the Party group when one met: 第一党小组党小组会.</param>
internal sealed record MeetingRow(Guid Id, MeetingKind Kind, string Name, DateOnly HeldOn, TimeOnly? StartsAt, TimeOnly? EndsAt, string Place, string Topic, string Chair, string Recorder, string Lecturer,
    int CountsFor, int StudyTenths, bool FirstTopic, string ArchiveNumber, MeetingState State, int? Due, int? Present);

/// <summary>Somebody due who was not there.</summary>
/// <param name="Reason">Empty where the reader may not see why.</param>
internal sealed record AwayLine(Guid MeetingId, string Name, Attendance Attendance, string Reason);

/// <summary>A matter of a meeting, and what became of what was decided.</summary>
/// <param name="Tasks">The shares of the task that it became, in organization order.</param>
/// <param name="Review">What the last meeting that took it up found.</param>
internal sealed record DecidedItem(Guid Id, int Number, string Title, string Discussion, string Decision, IReadOnlyList<TaskShare> Tasks, ReviewLine? Review);

internal sealed record TaskShare(Guid TaskId, string Unit, DateOnly? DueOn, AssignmentState State);

internal sealed record ReviewLine(Guid ItemId, DateOnly On, bool IsDone);

internal sealed record HeldMeeting(MeetingRow Row, IReadOnlyList<AwayLine> Away, IReadOnlyList<string> Guests, IReadOnlyList<DecidedItem> Items,
    IReadOnlyList<(string Title, DateOnly On)> Steps, IReadOnlyList<Vote> Votes, IReadOnlyList<Election> Elections, IReadOnlyList<MajorMatter> Matters)
{
    public MeetingKind Kind => Row.Kind;

    public string Name => Row.Name;

    public MajorMatter? MatterOf(Guid item) => Matters.FirstOrDefault(m => m.ItemId == item);

    /// <summary>What was voted on: an item of the agenda, or a major matter that stands on none.</summary>
    public string TitleOf(Vote vote) => Items.FirstOrDefault(i => i.Id == vote.ItemId)?.Title ?? Matters.FirstOrDefault(m => m.Id == vote.MatterId)?.Title ?? "";
}
