using Exemplar.Meetings.Past;

namespace Exemplar.Meetings.BranchSheets;

/// <summary>Somebody looks at what the returned sheets hold, file by file, and takes over those that are clear; all of it can be taken back together.</summary>
public sealed class TakeSheets(AppDb db, Actor actor, ImportRegister import)
{
    public sealed class Form
    {
        /// <summary>What was shown. The plan is made anew; when it differs, it is shown again.</summary>
        public string? Shown { get; set; }
        public ImportRegister.Choice Choice { get; set; }
    }

    /// <summary>One file with what becomes of it.</summary>
    /// <param name="Meetings">Those that are taken.</param>
    /// <param name="Errors">With any of them nothing is taken.</param>
    public sealed record FileResult(ReturnedSheet Sheet, IReadOnlyList<PlannedMeeting> Meetings, int Known, int Repeated, IReadOnlyList<string> Errors, IReadOnlyList<string> Hints)
    {
        /// <summary>How many came, counted once for each meeting.</summary>
        public int Attendances => Meetings.Sum(m => m.Found.Numbers.Present ?? 0);
        public bool IsTaken => Sheet.UnitId is not null && Errors.Count == 0;
    }

    /// <summary>What was taken of one file.</summary>
    public sealed record Taken(string File, string Unit, int Meetings, int Attendances);

    /// <param name="Plan">Null once it is <paramref name="Done"/>.</param>
    public sealed record View(PastPlan? Plan, ImportedRegister? Done, IReadOnlyList<FileResult> Results, IReadOnlyList<Taken> Taken);

    /// <summary>404 for what somebody else handed in, what was given up or has waited too long.</summary>
    public Task Open(Guid id, CancellationToken ct) => import.Open(id, ct);

    public async Task<View> Preview(Guid id, CancellationToken ct)
    {
        var (_, plan, done) = await import.Preview(id, ct);
        if (done is not null) return new(null, done, [], await TakenBy(id, ct));
        var meetings = plan!.Meetings.ToLookup(m => m.Line.Filled?.File ?? "");
        var remarks = plan.Remarks.ToLookup(r => r.File, r => r.Text);
        return new(plan, null, [.. plan.Reading.Sheets.Select(s => Of(s, [.. meetings[s.File]], [.. remarks[s.File]]))], []);
    }

    private static FileResult Of(ReturnedSheet sheet, List<PlannedMeeting> meetings, List<string> remarks)
    {
        List<string> errors = [.. sheet.Errors.Select(Words), .. meetings.Where(m => m.State is PastState.Doubtful).Select(m => $"{PastRemark.Place(m.Line.Sheet, m.Line.Row)}：{m.Why}")];
        List<string> hints = [.. meetings.Where(m => m.State is PastState.Known or PastState.LeftOut && m.Why != PlannedMeeting.HeldBack).Select(m => $"{PastRemark.Place(m.Line.Sheet, m.Line.Row)}：{m.Why}"), .. sheet.Remarks.Select(Words), .. remarks];
        return new(sheet, [.. meetings.Where(m => m.State is PastState.Ready).OrderBy(m => m.Days!.Value.First)], meetings.Count(m => m.State is PastState.Known), meetings.Count(m => m.State is PastState.LeftOut && m.Why != PlannedMeeting.HeldBack), errors, errors.Count > 0 ? [] : hints);

        static string Words(PastRemark remark) => remark.Sheet.Length > 0 ? remark.Text : remark.Sentence;
    }

    /// <summary>What is still on record of it, by file.</summary>
    private async Task<List<Taken>> TakenBy(Guid id, CancellationToken ct)
    {
        var found = await db.MeetingOrigins.Where(o => o.ImportId == id).Join(db.Meetings, o => o.MeetingId, m => m.Id, (o, m) => new { o.Sheet, o.Present, m.UnitId })
            .Join(db.Units, x => x.UnitId, u => u.Id, (x, u) => new { x.Sheet, x.Present, Unit = u.Kind == Organization.UnitKind.PartyGroup ? db.Units.Where(p => p.Id == u.ParentId).Select(p => p.Name).First() : u.Name, u.Order }).ToListAsync(ct);
        return [.. found.GroupBy(x => (x.Sheet, x.Unit)).OrderBy(g => g.Min(x => x.Order), StringComparer.Ordinal).Select(g => new Taken(g.Key.Sheet, g.Key.Unit, g.Count(), g.Sum(x => x.Present ?? 0)))];
    }

    public Task<Result<ImportedRegister>> Handle(Guid id, string shown, CancellationToken ct)
    {
        actor.Demand(MeetingsCapability.Record);
        return import.Handle(id, shown, ct);
    }

    public Task<Result<int>> GiveUp(Guid id, CancellationToken ct) => import.GiveUp(id, ct);
}
