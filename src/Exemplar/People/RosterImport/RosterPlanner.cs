using Exemplar.Organization;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

/// <summary>Where people go whose line names no branch or department, and from which day the sheet's places count.</summary>
public sealed record ImportOptions(DateOnly AsOf, Guid? Branch = null, Guid? Department = null)
{
    /// <summary>Which existing units stand for names that no unit bears.</summary>
    public UnitMatches Matches { get; init; } = UnitMatches.None;
}

/// <summary>Holds what a sheet says against what is on the roster. Changes nothing.</summary>
internal sealed class RosterPlanner(RosterReading reading, RosterUnits units, KnownPeople known, ImportOptions options, DateOnly today)
{
    private readonly List<PlannedLine> lines = [];
    private readonly List<Person> news = [];
    private readonly List<Finding> findings = [.. reading.Findings.Select(f => options.Matches.WithoutWrong ? f with { IsError = false } : f)];
    private readonly ILookup<int, Finding> wrongInReading = reading.Findings.Where(f => f.IsError).ToLookup(f => f.Row);
    private readonly LineTwins twins = new(reading.Lines);

    public static async Task<RosterPlan> Plan(AppDb db, Actor actor, RosterReading reading, ImportOptions options, DateOnly today, CancellationToken ct)
    {
        var units = await RosterUnits.Load(db, actor, options.Matches, ct);
        var plan = new RosterPlanner(reading, units, await KnownPeople.Load(db, actor, reading.Lines, ct), options, today).Plan();
        return reading.Lines.Any(l => l.PartyPosts is not null) ? await PostPlanner.AddTo(plan, db, actor, units, options, today, ct) : plan;
    }

    private RosterPlan Plan()
    {
        foreach (var line in reading.Lines) Plan(line);
        return new(reading, lines, [.. findings.OrderBy(f => f.Row)], units.Founded, units.Unknown, news) { WithoutWrong = options.Matches.WithoutWrong };
    }

    private void Plan(RosterLine line)
    {
        if (line.IsWrong) { Show(line, options.Matches.WithoutWrong ? LineState.LeftOut : LineState.Wrong, string.Join('；', wrongInReading[line.Row].Select(f => f.AtColumn))); return; }
        if (twins.Of(line) is (var kind, var why))
        {
            if (kind is TwinKind.Contradicting) Wrong(line, RosterColumn.Name, why);
            else if (kind is TwinKind.Repeated) Repeat(line, why);
            else LeaveOut(line, why);
            return;
        }

        var (sameness, person) = known.Find(line);
        if (sameness is Sameness.Unclear)
        {
            LeaveOut(line, $"名册里已有{person!.Name}，{Missing(line, person)}，不能确定是不是同一人；请补全后再导入，或在名册里更正");
            return;
        }
        if (sameness is Sameness.Namesake) Hint(line, RosterColumn.Name, $"名册里另有同名的{person!.Name}，出生年月或入党时间不同，按另一人登记");

        if (sameness is Sameness.Same) PlanChange(line, person!);
        else PlanNew(line);
    }

    private void PlanNew(RosterLine line)
    {
        var isMember = line.IsMember ?? line.Branch is not null;
        if (line.IsMember is null && isMember) Hint(line, RosterColumn.Branch, "只写了支部，没有政治面貌和入党时间，按正式党员登记");
        var status = isMember ? line.Status ?? MemberStatus.Full : (MemberStatus?)null;
        var facts = new PersonFacts(line.Name, line.Sex, line.BirthMonth, line.JoinedOn, line.ConfirmedOn, status, line.IsRetired ?? false);
        if (!Place(line, isMember, out var branch, out var department)) return;

        var registered = Person.Register(Guid.CreateVersion7(), facts, branch, department, options.AsOf, today);
        if (registered.Refusal is { } refusal) { Wrong(line, refusal); return; }
        news.Add(registered.Value!);
        lines.Add(new(line.Row, LineState.New, registered.Value!.Id, facts, branch, department, "") { Group = GroupOf(line, branch) });
    }

    /// <summary>An empty cell changes nothing: what the office knows is never erased by a sheet that does not say.</summary>
    private void PlanChange(RosterLine line, Person person)
    {
        if (line.IsMember is false && person.IsMember) { LeaveOut(line, "名册里是党员，表里不是；请在名册里更正"); return; }
        var status = line.Status is null || (line.IsStatusDerived && person.IsMember) ? person.Status : line.Status;
        var facts = new PersonFacts(line.Name, line.Sex ?? person.Sex, line.BirthMonth ?? person.BirthMonth, Sharper(line.JoinedOn, person.JoinedOn),
            Sharper(line.ConfirmedOn, person.ConfirmedOn), status, line.IsRetired ?? person.IsRetired);
        if (person.ContradictsChanges(facts))
        {
            Hint(line, RosterColumn.Status, "身份在名册里按日期登记过变更，以名册为准；有新变化请在名册里用“变更身份”登记");
            facts = facts with { Status = person.Status, IsRetired = person.IsRetired, ConfirmedOn = person.ConfirmedOn };
        }
        status = facts.Status;
        if (!Place(line, status is not null, out var branch, out var department)) return;

        var now = person.Memberships.Where(m => m.To is null).Select(m => units.Of(m.UnitId)).OfType<Unit>().ToList();
        var (branchNow, departmentNow) = (now.Find(u => u.IsParty), now.Find(u => !u.IsParty));
        if (status is not null) branch ??= branchNow;
        department ??= departmentNow;

        var what = Differences(person, facts, branchNow, branch, departmentNow, department);
        if (branch == branchNow && department == departmentNow && person.Earlier(branch, department, options.AsOf) is [var (stay, sooner), ..]) what.Add($"所在支部、科室：从 {stay.From.Iso()} 起 → 从 {sooner.Iso()} 起");
        if (what.Count > 0 && line.BirthMonth is null) { LeaveOut(line, $"缺出生年月，不能确定是不是同一人（{string.Join('；', what)}）"); return; }
        if (what.Count > 0 && (person.Correct(facts, today) ?? person.Move(branch, department, options.AsOf, today)) is { } refusal) { Wrong(line, refusal); return; }
        lines.Add(new(line.Row, what.Count > 0 ? LineState.Changed : LineState.Unchanged, person.Id, facts, branch, department, string.Join('；', what)) { Group = GroupOf(line, branch) });
    }

    /// <summary>A month does not erase the day that the office knows.</summary>
    private static PartialDate? Sharper(PartialDate? said, PartialDate? known) =>
        said is { HasDay: false } month && known is { HasDay: true } day && day.Agrees(month) ? known : said ?? known;

    private static string Or(string? text) => string.IsNullOrEmpty(text) ? "（空）" : text;

    private static List<string> Differences(Person person, PersonFacts facts, Unit? branchNow, Unit? branch, Unit? departmentNow, Unit? department)
    {
        List<string> what = [];
        Say("性别", person.Sex?.Name(), facts.Sex?.Name());
        Say("出生年月", RosterTemplate.Month(person.BirthMonth), RosterTemplate.Month(facts.BirthMonth));
        Say("入党时间", person.JoinedOn?.InWords, facts.JoinedOn?.InWords);
        Say("转正时间", person.ConfirmedOn?.InWords, facts.ConfirmedOn?.InWords);
        Say("身份", person.Status?.Name() ?? "干部职工", facts.Status?.Name() ?? "干部职工");
        Say("人员状态", person.IsRetired ? "离退休" : "在职", facts.IsRetired ? "离退休" : "在职");
        Say("支部", branchNow?.Name, branch?.Name);
        Say("科室", departmentNow?.Name, department?.Name);
        return what;

        void Say(string field, string? before, string? after)
        {
            if (before != after) what.Add($"{field}：{Or(before)} → {Or(after)}");
        }
    }

    private bool Place(RosterLine line, bool isMember, out Unit? branch, out Unit? department)
    {
        (branch, department) = (isMember ? units.Of(options.Branch) : null, units.Of(options.Department));
        if (line.Branch is { } branchName && !isMember) Hint(line, RosterColumn.Branch, "不是党员，所在支部不登记");
        return (line.Branch is not { } b || !isMember || Take(line, RosterColumn.Branch, units.Branch(b), ref branch))
            && (line.Department is not { } d || Take(line, RosterColumn.Department, units.Department(d), ref department));
    }

    private Unit? GroupOf(RosterLine line, Unit? branch) => line.Group is { } group && branch is { Kind: UnitKind.Branch } ? units.Group(branch, group) : null;

    private bool Take(RosterLine line, RosterColumn column, Result<Unit> found, ref Unit? unit)
    {
        if (found.Refusal is { } refusal) { Wrong(line, column, refusal.Message); return false; }
        unit = found.Value;
        return true;
    }

    private static string Missing(RosterLine line, Person person) =>
        (line.BirthMonth is null || person.BirthMonth is null ? "缺出生年月" : "缺入党时间") + (line.BirthMonth is null || (line.BirthMonth == person.BirthMonth && line.JoinedOn is null) ? "（表里）" : "（名册里）");

    private void LeaveOut(RosterLine line, string why)
    {
        Hint(line, RosterColumn.Name, why);
        Show(line, LineState.LeftOut, why);
    }

    private void Repeat(RosterLine line, string why)
    {
        Hint(line, null, why);
        Show(line, LineState.Repeated, why);
    }

    /// <summary>A line of which nothing is imported.</summary>
    private void Show(RosterLine line, LineState state, string why) =>
        lines.Add(new(line.Row, state, default, new(line.Name, line.Sex, line.BirthMonth, line.JoinedOn, line.ConfirmedOn, line.Status, line.IsRetired ?? false), null, null, why) { Said = line });

    private void Wrong(RosterLine line, Refusal refusal) =>
        Wrong(line, Enum.TryParse<RosterColumn>(refusal.Field, out var column) ? column : RosterColumn.Name, refusal.Field == "On" ? $"名册日期 {options.AsOf.Iso()}：{refusal.Message}" : refusal.Message);

    private void Wrong(RosterLine line, RosterColumn column, string sentence)
    {
        var finding = new Finding(line.Row, ColumnOf(column), sentence, IsError: !options.Matches.WithoutWrong);
        findings.Add(finding);
        Show(line, options.Matches.WithoutWrong ? LineState.LeftOut : LineState.Wrong, finding.AtColumn);
    }

    private void Hint(RosterLine line, RosterColumn? column, string sentence) => findings.Add(new(line.Row, column is { } c ? ColumnOf(c) : null, sentence, IsError: false));

    private int? ColumnOf(RosterColumn column) => reading.Header.Columns.TryGetValue(column, out var i) ? i : null;
}
