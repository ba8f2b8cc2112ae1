using Exemplar.Meetings.History;
using Exemplar.Meetings.Voting;
using Exemplar.Platform.Log;
using Exemplar.Rules.Standings;
using Exemplar.Tasks;

namespace Exemplar.Meetings.Recording;

/// <summary>A meeting that was held, with what its record moved.</summary>
/// <param name="OnOldRoll">Votes and elections that were counted on another attendance.</param>
public sealed record RecordedMeeting(PlacedMeeting Found, StandingChanges Changes, IReadOnlyList<string> OnOldRoll)
{
    /// <summary>Ends the receipt: 应到 14 人，实到 12 人；支部党员大会 2026年四季度 1/1；12 人各 +2 学时.</summary>
    public string InWords()
    {
        var (meeting, kind, _) = Found;
        var present = meeting.Roll.Count(r => r.Attendance is Attendance.Present);
        var counts = meeting.IsAsImported ? meeting.Numbers.InWords : kind.IsConfirmation ? (meeting.Roll.Count > 0 ? $"{meeting.Roll.Count} 人没有谈到" : "全部谈到") : $"应到 {meeting.Roll.Count} 人，实到 {present} 人";
        string[] parts = [counts, Changes.InWords(), meeting.StudyTenths > 0 ? $"{present} 人各 +{meeting.StudyTenths / 10m:0.#} 学时" : "", Old(meeting)];
        return string.Join('；', parts.Where(p => p.Length > 0));
    }

    private string Old(Meeting meeting) => OnOldRoll.Count == 0 ? ""
        : $"按原来的到会人数计{(meeting.State is MeetingState.Locked ? "" : "，请撤销后重新记录")}：{string.Join('、', OnOldRoll)}";
}

/// <summary>Somebody records a meeting that was held, or corrects it before it is signed.</summary>
public sealed class RecordMeeting(AppDb db, Actor actor, MeetingKinds kinds, RecordForms forms)
{
    public async Task<RecordView> Open(Guid id, DateOnly? day, CancellationToken ct) => await forms.Open(await Demand(id, ct), day, ct);

    private Task<PlacedMeeting> Demand(Guid id, CancellationToken ct) => db.DemandMeeting(id, kinds, actor, MeetingsCapability.Record, ct);

    public Task<Result<RecordedMeeting>> Handle(Guid id, RecordForm form, CancellationToken ct) => db.Keep(
        async ct => await forms.Open(await Demand(id, ct), form, ct), form, actor.Act(),
        (found, said) => (found.Meeting.WasHeld ? "meetings.correct" : MeetingsCapability.Record, found.Meeting.Record(found.Kind, said, form.Reason ?? "", actor.Act())), ct);
}

internal static class KeepRecord
{
    /// <summary>Reads the form, lets the meeting take it in, writes the roll as a set, states the facts. What it is held against is read before its turn.</summary>
    /// <param name="take">Answers with what it is called in the record log.</param>
    public static Task<Result<RecordedMeeting>> Keep(this AppDb db, Func<CancellationToken, Task<RecordView>> open, RecordForm form, Act act, Func<PlacedMeeting, MeetingRecord, (string Kind, Refusal? Refusal)> take, CancellationToken ct) => db.Commit(
        async ct =>
        {
            var view = await open(ct);
            await db.Foresee(view.Found.Unit.Id, [.. view.Roll.Select(p => p.PersonId)], MeetingFacts.KindsOf(view.Found.Kind), ct);
            return view;
        },
        (view, changed) => changed.Id == view.Found.Meeting.Id || AppDb.RosterRecords.Contains(changed.Type)
            || (view.Open.Count > 0 && changed.Type is nameof(Meeting) or nameof(Assignment)),   // open decisions may be found done elsewhere
        (view, ct) => db.Keep(view, form, act, take, ct), ct);

    private static async Task<Result<RecordedMeeting>> Keep(this AppDb db, RecordView view, RecordForm form, Act act, Func<PlacedMeeting, MeetingRecord, (string Kind, Refusal? Refusal)> take, CancellationToken ct)
    {
        var meeting = view.Found.Meeting;
        meeting.Guard(form.Version);
        var said = form.Read(view);
        if (said.Refusal is not null) return said.Refusal;
        if (await db.AskSameDay(nameof(RecordForm.SameDayToo), meeting.Id, view.Found.Kind, view.Found.Unit.Id, view.Day, form.SameDayToo, ct) is { } asked) return asked;

        if (await db.RefuseDropping(meeting, said.Value!.Agenda, ct) is { } voted) return voted;

        var known = meeting.Roll.ToHashSet();
        var before = meeting.WasHeld ? CanonicalJson.Of(db.Model, meeting) : null;   // null, and it has said nothing yet, and nothing was voted on
        var (kind, refusal) = take(view.Found, said.Value!);
        if (refusal is not null) return refusal;
        if (before is not null && RecordChanges.AreNone(before, CanonicalJson.Of(db.Model, meeting))) return new Refusal("没有改动，不用保存");
        await db.InsertParts(meeting.Roll, meeting.Roll.Where(r => !known.Contains(r)).ToList(), ct);
        db.Log(act, kind, meeting);
        var facts = MeetingFacts.Of(meeting, view.Found.Kind);
        return before is null
            ? new RecordedMeeting(view.Found, await db.StateFactsOfNew(facts, ct), [])
            : new RecordedMeeting(view.Found, await db.StateFacts(meeting.Id, facts, ct), await db.RestingOnAnotherRoll(meeting, ct));
    }
}
