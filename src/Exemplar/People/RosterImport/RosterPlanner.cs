using Exemplar.Organization;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

/// <summary>Where people go whose line names no branch or department, and from which day the sheet's places count.</summary>
public sealed record ImportOptions(DateOnly AsOf, Guid? Branch = null, Guid? Department = null);

/// <summary>Holds what a sheet says against what is on the roster. Changes nothing.</summary>
internal sealed class RosterPlanner(RosterReading reading, RosterUnits units, KnownPeople known, ImportOptions options, DateOnly today)
{
    private readonly List<PlannedLine> lines = [];
    private readonly List<Person> news = [];
    private readonly List<Finding> findings = [.. reading.Findings];
    private readonly ILookup<string, RosterLine> byName = reading.Lines.ToLookup(l => l.Name);

    public static async Task<RosterPlan> Plan(AppDb db, Actor actor, RosterReading reading, ImportOptions options, DateOnly today, CancellationToken ct)
    {
        var units = await RosterUnits.Load(db, actor, ct);
        return new RosterPlanner(reading, units, await KnownPeople.Load(db, actor, reading.Lines, ct), options, today).Plan();
    }

    private RosterPlan Plan()
    {
        foreach (var line in reading.Lines) Plan(line);
        return new(reading, lines, [.. findings.OrderBy(f => f.Row)], units.Founded, news);
    }

    private void Plan(RosterLine line)
    {
        if (RefuseTwin(line) is { } twin) { Wrong(line, RosterColumn.Name, twin); return; }
        if (UnclearTwin(line) is { } unclear) { LeaveOut(line, unclear); return; }

        var (sameness, person) = known.Find(line);
        if (sameness is Sameness.Unclear)
        {
            LeaveOut(line, $"名册里已有{person!.Name}，{Missing(line, person)}，不能确定是不是同一人；请补全后再导入，或在名册里更正");
            return;
        }
        if (sameness is Sameness.Namesake) Doubt(line, RosterColumn.Name, $"名册里另有同名的{person!.Name}，出生年月或入党时间不同，按另一人登记");

        if (sameness is Sameness.Same) PlanChange(line, person!);
        else PlanNew(line);
    }

    private void PlanNew(RosterLine line)
    {
        var isMember = line.IsMember ?? line.Branch is not null;
        if (line.IsMember is null && isMember) Doubt(line, RosterColumn.Branch, "只写了支部，没有政治面貌和入党时间，按正式党员登记");
        var status = isMember ? line.Status ?? MemberStatus.Full : (MemberStatus?)null;
        var facts = new PersonFacts(line.Name, line.Sex, line.BirthMonth, line.JoinedOn, line.ConfirmedOn, status, line.IsRetired ?? false);
        if (!Place(line, isMember, out var branch, out var department)) return;

        var registered = Person.Register(Guid.CreateVersion7(), facts, branch, department, options.AsOf, today);
        if (registered.Refusal is { } refusal) { Wrong(line, refusal); return; }
        news.Add(registered.Value!);
        lines.Add(new(line.Row, LineState.New, registered.Value!.Id, facts, branch, department, ""));
    }

    /// <summary>An empty cell changes nothing: what the office knows is never erased by a sheet that does not say.</summary>
    private void PlanChange(RosterLine line, Person person)
    {
        if (line.IsMember is false && person.IsMember) { LeaveOut(line, "名册里是党员，表里不是；请在名册里更正"); return; }
        var status = line.Status is null || (line.IsStatusDerived && person.IsMember) ? person.Status : line.Status;
        var facts = new PersonFacts(line.Name, line.Sex ?? person.Sex, line.BirthMonth ?? person.BirthMonth, line.JoinedOn ?? person.JoinedOn,
            line.ConfirmedOn ?? person.ConfirmedOn, status, line.IsRetired ?? person.IsRetired);
        if (!Place(line, status is not null, out var branch, out var department)) return;

        var now = person.Memberships.Where(m => m.To is null).Select(m => units.Of(m.UnitId)).OfType<Unit>().ToList();
        var (branchNow, departmentNow) = (now.Find(u => u.IsParty), now.Find(u => !u.IsParty));
        if (status is not null) branch ??= branchNow;
        department ??= departmentNow;

        var what = Differences(person, facts, branchNow, branch, departmentNow, department);
        if (what.Count > 0 && line.BirthMonth is null) { LeaveOut(line, $"缺出生年月，不能确定是不是同一人（{string.Join('；', what)}）"); return; }
        if (what.Count > 0 && (person.Correct(facts, today) ?? person.Move(branch, department, options.AsOf, today)) is { } refusal) { Wrong(line, refusal); return; }
        lines.Add(new(line.Row, what.Count > 0 ? LineState.Changed : LineState.Unchanged, person.Id, facts, branch, department, string.Join('；', what)));
    }

    private static List<string> Differences(Person person, PersonFacts facts, Unit? branchNow, Unit? branch, Unit? departmentNow, Unit? department)
    {
        List<string> what = [];
        Say("性别", person.Sex?.Name(), facts.Sex?.Name());
        Say("出生年月", person.BirthMonth?.ToString("yyyy-MM"), facts.BirthMonth?.ToString("yyyy-MM"));
        Say("入党时间", person.JoinedOn?.Iso(), facts.JoinedOn?.Iso());
        Say("转正时间", person.ConfirmedOn?.Iso(), facts.ConfirmedOn?.Iso());
        Say("身份", person.Status?.Name() ?? "干部职工", facts.Status?.Name() ?? "干部职工");
        Say("人员状态", person.IsRetired ? "离退休" : "在职", facts.IsRetired ? "离退休" : "在职");
        Say("支部", branchNow?.Name, branch?.Name);
        Say("科室", departmentNow?.Name, department?.Name);
        return what;

        void Say(string field, string? before, string? after)
        {
            if (before != after) what.Add($"{field}：{before ?? "（空）"} → {after ?? "（空）"}");
        }
    }

    private bool Place(RosterLine line, bool isMember, out Unit? branch, out Unit? department)
    {
        (branch, department) = (isMember ? units.Of(options.Branch) : null, units.Of(options.Department));
        if (line.Branch is { } branchName && !isMember) Doubt(line, RosterColumn.Branch, "不是党员，所在支部不登记");
        return (line.Branch is not { } b || !isMember || Take(line, RosterColumn.Branch, units.Branch(b), ref branch))
            && (line.Department is not { } d || Take(line, RosterColumn.Department, units.Department(d), ref department));
    }

    private bool Take(RosterLine line, RosterColumn column, Result<Unit> found, ref Unit? unit)
    {
        if (found.Refusal is { } refusal) { Wrong(line, column, refusal.Message); return false; }
        unit = found.Value;
        return true;
    }

    private string? RefuseTwin(RosterLine line) =>
        line.BirthMonth is not null && byName[line.Name].FirstOrDefault(o => o.Row < line.Row && o.BirthMonth == line.BirthMonth && o.JoinedOn == line.JoinedOn) is { } twin
            ? $"与第 {twin.Row} 行是同一人：姓名、出生年月、入党时间都相同"
            : null;

    private string? UnclearTwin(RosterLine line) =>
        byName[line.Name].FirstOrDefault(o => o.Row != line.Row && KnownPeople.Agrees(o.BirthMonth, line.BirthMonth) && KnownPeople.Agrees(o.JoinedOn, line.JoinedOn)) is { } other
            ? $"第 {other.Row} 行也叫{line.Name}，缺出生年月或入党时间，分不清是不是同一人；请补全"
            : null;

    private static string Missing(RosterLine line, Person person) =>
        (line.BirthMonth is null || person.BirthMonth is null ? "缺出生年月" : "缺入党时间") + (line.BirthMonth is null || (line.BirthMonth == person.BirthMonth && line.JoinedOn is null) ? "（表里）" : "（名册里）");

    private void LeaveOut(RosterLine line, string why)
    {
        Doubt(line, RosterColumn.Name, why);
        lines.Add(new(line.Row, LineState.LeftOut, default, new(line.Name, line.Sex, line.BirthMonth, line.JoinedOn, line.ConfirmedOn, line.Status, line.IsRetired ?? false), null, null, why));
    }

    private void Wrong(RosterLine line, Refusal refusal) =>
        Wrong(line, Enum.TryParse<RosterColumn>(refusal.Field, out var column) ? column : RosterColumn.Name, refusal.Field == "On" ? $"名册日期 {options.AsOf.Iso()}：{refusal.Message}" : refusal.Message);

    private void Wrong(RosterLine line, RosterColumn column, string sentence) => findings.Add(new(line.Row, ColumnOf(column), sentence, IsError: true));

    private void Doubt(RosterLine line, RosterColumn column, string sentence) => findings.Add(new(line.Row, ColumnOf(column), sentence, IsError: false));

    private int? ColumnOf(RosterColumn column) => reading.Header.Columns.TryGetValue(column, out var i) ? i : null;
}
