using Exemplar.People.Merging;

namespace Exemplar.Meetings;

/// <summary>
/// The rolls of two records of one person. Who stood on one roll twice stands on it once: present if either was, else with a
/// written opinion if either handed one in, else as the record that stays has it. The meeting says so in its steps; signatures stay, as with an amendment.
/// Votes keep their own numbers, and the page says where the roll has moved since.
/// </summary>
internal sealed class RollColumn() : PersonColumn<RollEntry, Meeting>(nameof(RollEntry.PersonId), "会议名单")
{
    public override async Task<string?> Both(AppDb db, Guid from, Guid to, CancellationToken ct)
    {
        var meetings = await Twice(db, from, to).Select(r => r.MeetingId).ToListAsync(ct);
        if (meetings.Count == 0) return null;
        var present = await db.MeetingRoll.CountAsync(r => meetings.Contains(r.MeetingId) && r.PersonId == to && r.Attendance == Attendance.Present && db.MeetingRoll.Any(o => o.MeetingId == r.MeetingId && o.PersonId == from && o.Attendance == Attendance.Present), ct);
        var voted = await db.Meetings.CountAsync(m => meetings.Contains(m.Id) && (db.Votes.Any(v => v.MeetingId == m.Id && v.WithdrawnAt == null) || db.Elections.Any(e => e.MeetingId == m.Id && e.WithdrawnAt == null && e.CountedAt != null)), ct);
        return $"{meetings.Count} 次会议的名单上两份都有{(present > 0 ? $"（{present} 次都记为出席，请想想是不是两个人）" : "")}：合为一处，有一份出席的算出席，应到少一人，写进会议经过，签字不变"
            + (voted > 0 ? $"；其中 {voted} 次有表决或选举，票数不动，会议页会提示与名单人数不同" : "");
    }

    public override async Task Move(Merging merging, CancellationToken ct)
    {
        var (db, from, to) = (merging.Db, merging.From.Id, merging.To.Id);
        var meetings = await Twice(db, from, to).Select(r => r.MeetingId).ToListAsync(ct);
        if (meetings.Count > 0)
        {
            var kept = db.MeetingRoll.Where(r => r.PersonId == to && meetings.Contains(r.MeetingId));
            await kept.Where(r => r.Attendance != Attendance.Present && db.MeetingRoll.Any(o => o.MeetingId == r.MeetingId && o.PersonId == from && o.Attendance == Attendance.WrittenOpinion))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Attendance, Attendance.WrittenOpinion), ct);
            await kept.Where(r => db.MeetingRoll.Any(o => o.MeetingId == r.MeetingId && o.PersonId == from && o.Attendance == Attendance.Present))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Attendance, Attendance.Present).SetProperty(r => r.Reason, ""), ct);
            await db.MeetingRoll.Where(r => r.PersonId == from && meetings.Contains(r.MeetingId)).ExecuteDeleteAsync(ct);
            var text = $"名单上的“{merging.From.Name}”与“{merging.To.Name}”是同一人，合为一处";
            await db.InsertSet(db.Model.FindEntityType(typeof(MeetingStep))!, meetings.Select(m => MeetingStep.Of(m, MeetingStepKind.PeopleMerged, merging.Act, text)), ct);
            merging.Moved.Add<Meeting>(meetings);
        }
        await base.Move(merging, ct);
    }

    private static IQueryable<RollEntry> Twice(AppDb db, Guid from, Guid to) =>
        db.MeetingRoll.Where(r => r.PersonId == from && db.MeetingRoll.Any(o => o.MeetingId == r.MeetingId && o.PersonId == to));
}
