using Exemplar.Organization;
using Exemplar.People.RosterImport;

namespace Exemplar.People.RosterSheets;

/// <summary>One unit and the newest sheet that it got.</summary>
/// <param name="IsBack">It came back and waits for the decision of whoever handed it in.</param>
public sealed record SheetOut(Guid UnitId, string Unit, DateOnly IssuedOn, DateOnly? ReturnedOn, bool IsBack)
{
    public bool IsMissing => ReturnedOn is null && !IsBack;

    /// <summary>To be pasted into a group; empty when nobody owes one.</summary>
    public static string Reminder(IReadOnlyList<SheetOut> sheets)
    {
        var missing = sheets.Where(s => s.IsMissing).ToList();
        return missing.Count == 0 ? "" : $"""
            名册表还没有交回的有 {missing.Count} 个单位：
            {string.Join('\n', missing.Select(s => $"{s.Unit}（{s.IssuedOn.InWords()}发出）"))}
            请照实改好，存盘后交回，文件名改了不要紧；没有变动的，原样交回。
            """;
    }
}

internal static class RosterSheetIssues
{
    /// <summary>Inside a commit: these units have got their sheet of that day. The same sheet fetched again that day is one.</summary>
    public static async Task IssueSheets(this AppDb db, Act act, IReadOnlyCollection<Guid> units, DateOnly on, CancellationToken ct)
    {
        var got = await db.RosterSheetIssues.Where(i => i.IssuedOn == on && units.Contains(i.UnitId)).Select(i => i.UnitId).ToListAsync(ct);
        foreach (var unit in units.Except(got))
        {
            var issue = new RosterSheetIssue { UnitId = unit, IssuedOn = on };
            db.Add(issue);
            db.Log(act, PeopleCapability.Import, issue);
        }
    }

    /// <summary>Inside a commit: the unit's sheet of that day came back, and none that went out before it is waited for any more.</summary>
    public static async Task SheetCameBack(this AppDb db, Act act, Guid unit, DateOnly issuedOn, DateOnly today, CancellationToken ct)
    {
        foreach (var issue in await db.RosterSheetIssues.Where(i => i.UnitId == unit && i.IssuedOn <= issuedOn && i.ReturnedOn == null).ToListAsync(ct))
        {
            issue.Return(today);
            db.Log(act, PeopleCapability.Import, issue);
        }
    }

    /// <summary>The newest sheet of each unit in which the actor imports rosters, in organization order.</summary>
    public static async Task<List<SheetOut>> SheetsOut(this AppDb db, Actor actor, DateTimeOffset now, DateOnly today, CancellationToken ct)
    {
        var since = today.AddDays(-RosterSheetIssue.DaysWaitedFor);
        var units = db.Units.Where(actor, PeopleCapability.Import).Where(u => u.DissolvedOn == null);
        var all = await db.RosterSheetIssues.AsNoTracking().Where(i => i.IssuedOn >= since).Join(units, i => i.UnitId, u => u.Id, (i, u) => new { Issue = i, u.Name, u.Order }).OrderBy(x => x.Order).ToListAsync(ct);
        var back = (await db.WaitingSheets(actor, now, ct)).Select(w => w.Reading.Sheet!).Where(s => s.UnitId is not null).Select(s => (s.UnitId!.Value, s.IssuedOn)).ToHashSet();
        return [.. all.GroupBy(x => x.Issue.UnitId).Select(g => g.MaxBy(x => x.Issue.IssuedOn)!)
            .Select(x => new SheetOut(x.Issue.UnitId, x.Name, x.Issue.IssuedOn, x.Issue.ReturnedOn, x.Issue.ReturnedOn is null && back.Contains((x.Issue.UnitId, x.Issue.IssuedOn))))];
    }
}
