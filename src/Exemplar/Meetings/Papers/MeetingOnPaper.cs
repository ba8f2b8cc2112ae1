using Exemplar.Meetings.Elections;
using Exemplar.Meetings.Matters;
using Exemplar.Meetings.Voting;
using Exemplar.Organization;

namespace Exemplar.Meetings.Papers;

/// <summary>A decision that became a task; its words are those of the item.</summary>
public sealed record DecidedTask(Guid ItemId, string Owners, DateOnly? DueOn);

/// <summary>Everything of a meeting that its papers print.</summary>
/// <param name="Organ">The body with its office: 临江市人民政府办公室第一党支部.</param>
/// <param name="WithReasons">Whether it may say why somebody was away: only for those who keep the records.</param>
/// <param name="Due">Who is due: the frozen roll, or before the meeting who would be on it.</param>
public sealed record MeetingOnPaper(Meeting Meeting, MeetingKind Kind, Unit Unit, string Organ, string Chair, string Recorder, IReadOnlyList<string> Due,
    IReadOnlyList<Vote> Votes, IReadOnlyList<Election> Elections, IReadOnlyList<DecidedTask> Tasks, IReadOnlyList<MajorMatter> Matters, bool WithReasons)
{
    public string Day => Meeting.HeldOn.InWords();

    /// <summary>2026年3月6日 15:00—16:30</summary>
    public string Time => Meeting.StartsAt is { } starts ? $"{Day} {starts:HH:mm}{(Meeting.EndsAt is { } ends ? $"—{ends:HH:mm}" : "")}" : Day;

    public IReadOnlyList<string> Present => [.. Meeting.Roll.Where(r => r.Attendance is Attendance.Present).OrderBy(r => r.Position).Select(r => r.Name)];

    /// <summary>Such meetings vote or elect, so that it matters who has the right to.</summary>
    public bool MayVote => Vote.KindsIn(Kind.Key).Count + Election.KindsIn(Kind.Key).Count > 0;

    public MajorMatter? MatterOf(AgendaItem item) => Matters.FirstOrDefault(m => m.ItemId == item.Id);

    /// <summary>Major matters that stand on no agenda, since no text of the meeting is kept.</summary>
    public IEnumerable<MajorMatter> LooseMatters => Matters.Where(m => m.ItemId is null);
}
