namespace Exemplar.Meetings.Voting;

/// <summary>Votes and elections whose numbers are no longer those of the roll: who came was corrected after them.</summary>
internal static class RollMoved
{
    /// <returns>What each that stands is called: 表决“审议预算”, 选举第一党支部委员会委员.</returns>
    public static async Task<List<string>> RestingOnAnotherRoll(this AppDb db, Meeting meeting, CancellationToken ct)
    {
        var roll = RollNumbers.Of(meeting.Roll);
        var votes = (await db.StandingVotes().AsNoTracking().Where(v => v.MeetingId == meeting.Id).OrderBy(v => v.EnteredAt).ToListAsync(ct)).FindAll(v => !v.RestsOn(roll));
        var elections = (await db.Elections.AsNoTracking().Include(e => e.Candidates).Include(e => e.Tellers).Include(e => e.NotCounted).AsSplitQuery().Where(e => e.MeetingId == meeting.Id && e.WithdrawnAt == null && e.CountedAt != null).OrderBy(e => e.CountedAt).ToListAsync(ct))
            .FindAll(e => !e.RestsOn(meeting.Roll));
        var titles = votes.Count > 0 ? await db.TitlesOf(meeting, ct) : [];
        return [.. votes.Select(v => $"表决“{v.About(titles)}”"), .. elections.Select(e => $"选举{e.Post}").Distinct()];
    }

    /// <summary>到会情况后来更正过，表决时应到 20 人、实到 12 人. Of a signed record it was an amendment: nothing else moves its roll.</summary>
    public static string InWords(Meeting meeting, string when, int due, int present) =>
        $"到会情况{(meeting.State is MeetingState.Locked ? "签字后修订过" : "后来更正过")}，{when}应到 {due} 人、实到 {present} 人";

    /// <summary>The titles of what a meeting can vote on, by item and by major matter.</summary>
    public static async Task<Dictionary<Guid, string>> TitlesOf(this AppDb db, Meeting meeting, CancellationToken ct)
    {
        var titles = await db.MajorMatters.AsNoTracking().Where(m => m.MeetingId == meeting.Id).Select(m => new { m.Id, m.Title }).ToDictionaryAsync(m => m.Id, m => m.Title, ct);
        foreach (var item in meeting.Agenda) titles[item.Id] = item.Title;
        return titles;
    }

    /// <summary>接收预备党员：李明</summary>
    public static string About(this Vote vote, IReadOnlyDictionary<Guid, string> titles) =>
        $"{titles.GetValueOrDefault(vote.ItemId ?? vote.MatterId ?? Guid.Empty, "")}{(vote.Person.Length > 0 ? $"：{vote.Person}" : "")}";
}
