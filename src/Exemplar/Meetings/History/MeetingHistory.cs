using System.Text.Json;
using Exemplar.Meetings.Past;
using Exemplar.Meetings.Planning;
using Exemplar.Meetings.Voting;

namespace Exemplar.Meetings.History;

/// <summary>过程: the steps of a meeting with what corrections changed, and its votes, elections and tasks, by the record log.</summary>
internal static class MeetingHistory
{
    private const int BeforeSteps = -1, AfterSteps = 100;

    private static readonly Dictionary<string, string> Titles = new()
    {
        ["meetings.vote"] = "记录表决",
        ["meetings.vote.withdraw"] = "撤销表决",
        ["meetings.election.prepare"] = "准备选举",
        ["meetings.election.count"] = "选举计票",
        ["meetings.election.withdraw"] = "撤销选举",
        ["meetings.issue"] = "转成任务",
    };

    /// <param name="withReasons">Why somebody was away is for those who keep the records.</param>
    public static async Task<IReadOnlyList<HistoryStep>> HistoryOf(this AppDb db, Meeting meeting, bool withReasons, CancellationToken ct) =>
        [.. (await db.BroughtIn(meeting, ct)).Concat(await db.StepsOf(meeting, withReasons, ct)).Concat(await db.DecidedIn(meeting, ct)).OrderBy(s => s.At).ThenBy(s => s.Order)];

    /// <summary>By the import, which holds who and when for all of its meetings.</summary>
    private static async Task<List<HistoryStep>> BroughtIn(this AppDb db, Meeting meeting, CancellationToken ct)
    {
        if (meeting.Origin is not { } origin) return [];
        var import = await db.ImportedRegisters.Where(r => r.Id == origin.ImportId).Select(r => new
        {
            r.At,
            r.FileName,
            By = db.People.Where(p => p.Id == r.PersonId).Select(p => p.Name).FirstOrDefault() ?? db.Users.Where(a => a.Id == r.AccountId).Select(a => a.DisplayName).FirstOrDefault() ?? "",
        }).SingleAsync(ct);
        return [new("导入", import.At, BeforeSteps, import.By, origin.IsOfSheet ? $"《{origin.Sheet}》第 {origin.Row} 行" : $"《{import.FileName}》{PastRemark.Place(origin.Sheet, origin.Row)}", [])];
    }

    private static async Task<List<HistoryStep>> StepsOf(this AppDb db, Meeting meeting, bool withReasons, CancellationToken ct)
    {
        var steps = await db.MeetingSteps.AsNoTracking().Where(s => s.MeetingId == meeting.Id)
            .Select(s => new
            {
                Step = s,
                By = db.People.Where(p => p.Id == s.PersonId).Select(p => p.Name).FirstOrDefault() ?? db.Users.Where(a => a.Id == s.AccountId).Select(a => a.DisplayName).FirstOrDefault() ?? "",
            }).ToListAsync(ct);
        var changes = steps.Exists(s => IsChange(s.Step)) ? await db.ChangesBy([.. steps.Select(s => s.Step).Where(IsChange)], meeting, withReasons, ct) : [];
        return steps.ConvertAll(s => new HistoryStep(s.Step.Kind.Name(), s.Step.At, (int)s.Step.Kind, s.By,
            $"{(s.Step.Date is { } was ? $"原定 {NoticeText.Day(was)}。" : "")}{s.Step.Text}", changes.GetValueOrDefault(s.Step.Id) ?? []));
    }

    private static bool IsChange(MeetingStep step) => step.Kind is MeetingStepKind.Corrected or MeetingStepKind.Amended or MeetingStepKind.Edited;

    /// <summary>The log holds the whole record after every change: what a step changed lies between the first entry that knows it and the one before.</summary>
    private static async Task<Dictionary<Guid, IReadOnlyList<string>>> ChangesBy(this AppDb db, List<MeetingStep> steps, Meeting meeting, bool withReasons, CancellationToken ct)
    {
        var bodies = await db.LogEntries.AsNoTracking().Where(e => e.RecordId == meeting.Id).OrderBy(e => e.Id).Select(e => e.Body).ToListAsync(ct);
        List<(Guid Step, JsonElement Was, JsonElement Now)> pairs = [];
        foreach (var step in steps)
        {
            if (bodies.FindIndex(b => b.Contains(step.Id.ToString(), StringComparison.Ordinal)) is > 0 and var at) pairs.Add((step.Id, Read(bodies[at - 1]), Read(bodies[at])));
        }
        var named = pairs.SelectMany(p => RecordChanges.PeopleIn(p.Was).Concat(RecordChanges.PeopleIn(p.Now))).Distinct().ToList();
        var people = await db.People.Where(p => named.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var words = new RecordChanges(people, withReasons);
        return pairs.ToDictionary(p => p.Step, p => words.Between(p.Was, p.Now));

        static JsonElement Read(string body) => JsonSerializer.Deserialize<JsonElement>(body);
    }

    private static async Task<List<HistoryStep>> DecidedIn(this AppDb db, Meeting meeting, CancellationToken ct)
    {
        var titles = await db.TitlesOf(meeting, ct);
        var votes = await db.Votes.AsNoTracking().Where(v => v.MeetingId == meeting.Id).ToDictionaryAsync(v => v.Id, ct);
        var elections = await db.Elections.AsNoTracking().Include(e => e.Candidates).Include(e => e.Tellers).AsSplitQuery().Where(e => e.MeetingId == meeting.Id).ToDictionaryAsync(e => e.Id, ct);
        var tasks = meeting.Agenda.Where(i => i.TaskId is not null).ToDictionary(i => i.TaskId!.Value, i => i.Title);
        List<Guid> ids = [.. votes.Keys, .. elections.Keys, .. tasks.Keys];
        if (ids.Count == 0) return [];

        var known = Titles.Keys.ToList();
        var entries = await db.LogEntries.AsNoTracking().Where(e => ids.Contains(e.RecordId) && known.Contains(e.Kind)).OrderBy(e => e.Id)
            .Select(e => new
            {
                e.At,
                e.Kind,
                e.RecordId,
                By = db.People.Where(p => p.Id == e.PersonId).Select(p => p.Name).FirstOrDefault() ?? db.Users.Where(a => a.Id == e.AccountId).Select(a => a.DisplayName).FirstOrDefault() ?? "",
            }).ToListAsync(ct);
        return [.. entries.Select((e, n) => new HistoryStep(Titles[e.Kind], e.At, AfterSteps + n, e.By, About(e.Kind, e.RecordId), []))];

        string About(string kind, Guid id) =>
            votes.TryGetValue(id, out var vote) ? $"{vote.About(titles)}{(kind == "meetings.vote" ? $"：{vote.Outcome.Result.Name()}" : "")}"
            : elections.TryGetValue(id, out var election) ? $"{election.Post}{(kind == "meetings.election.count" ? $"：{election.Outcome?.Result.Name()}" : "")}"
            : tasks[id];
    }
}
