using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Rules.Standings;
using Exemplar.Tasks;

namespace Exemplar.Agenda.Own;

public sealed partial class OwnRecord
{
    private async Task<List<Line>> Stays(Guid self, CancellationToken ct)
    {
        var stays = await db.Memberships.Where(m => m.PersonId == self).Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new { m.From, m.To, u.Name, u.Kind, u.Order }).ToListAsync(ct);
        return [.. stays.OrderByDescending(s => s.From).ThenBy(s => s.Order, StringComparer.Ordinal).Select(s => new Line(s.From, s.To, s.Kind.Name(), s.Name, "", Lasts: true))];
    }

    private async Task<List<Line>> Posts(Guid self, CancellationToken ct)
    {
        var posts = await db.Posts.Where(p => p.PersonId == self).Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p.From, p.To, p.Kind, p.Basis, u.Name, u.Order }).ToListAsync(ct);
        return [.. posts.OrderByDescending(p => p.From).ThenBy(p => p.Order, StringComparer.Ordinal).Select(p => new Line(p.From, p.To, p.Kind.Name(), p.Name, p.Basis, Lasts: true))];
    }

    /// <summary>Meetings on record whose roll the reader stands on.</summary>
    private async Task<List<Line>> Attended(Guid self, CancellationToken ct)
    {
        var rolls = await db.MeetingRoll.Where(r => r.PersonId == self)
            .Join(db.Meetings.Where(m => m.State == MeetingState.Held || m.State == MeetingState.Locked), r => r.MeetingId, m => m.Id, (r, m) => new { r.Attendance, r.Reason, m.HeldOn, m.Kind, m.UnitId, m.Id })
            .Join(db.Units, x => x.UnitId, u => u.Id, (x, u) => new { x.Attendance, x.Reason, x.HeldOn, x.Kind, x.Id, u.Name }).ToListAsync(ct);
        return [.. rolls.OrderByDescending(r => r.HeldOn).ThenBy(r => r.Id).Select(r => new Line(r.HeldOn, null, kinds.Find(r.Kind)?.Name ?? r.Kind, r.Name, r.Attendance.Name() + (r.Reason.Length > 0 ? $"（{r.Reason}）" : "")))];
    }

    private async Task<List<Line>> Standings(Guid self, DateOnly today, CancellationToken ct)
    {
        var rules = await db.RulesInUse(catalogue.Value, ct);
        var standings = await db.Standings.AsNoTracking().Where(s => s.SubjectId == self && s.OfPerson).Join(db.Units, s => s.UnitId, u => u.Id, (s, u) => new { s, u.Name }).ToListAsync(ct);
        return
        [
            .. from x in standings
               let rule = rules.LastOrDefault(r => r.Id == x.s.Rule && r.IsInForce(x.s.From))
               where rule?.Require is not null
               orderby x.s.From descending, x.s.Rule
               select new Line(x.s.From, x.s.To, rule.Title, x.Name, $"{rule.Require!.Shown(x.s.Actual)}/{rule.Require.Shown(x.s.Required)} {rule.Require.Unit}，{(x.s.State(today) is StandingState.Exempt ? x.s.Exempt : x.s.State(today).Name())}"),
        ];
    }

    private async Task<List<Line>> Steps(Guid self, CancellationToken ct)
    {
        var steps = await db.AssignmentSteps.Where(s => s.PersonId == self).Join(db.Assignments, s => s.AssignmentId, a => a.Id, (s, a) => new { s, a }).Join(db.Tasks, x => x.a.TaskId, t => t.Id, (x, t) => new { x.s, x.a.UnitId, t.Title })
            .Join(db.Units, x => x.UnitId, u => u.Id, (x, u) => new { x.s.At, x.s.Kind, x.s.Text, x.Title, u.Name }).ToListAsync(ct);
        return [.. steps.OrderByDescending(s => s.At).Select(s => new Line(DayOf(s.At), null, $"{s.Title}：{s.Kind.Name()}", s.Name, s.Text))];
    }

    private async Task<List<Line>> Roles(Guid self, CancellationToken ct)
    {
        var grants = await db.Grants.Where(g => db.Users.Any(a => a.Id == g.AccountId && a.PersonId == self)).Join(db.Units, g => g.UnitId, u => u.Id, (g, u) => new { g.Role, g.From, g.To, g.Inherit, u.Name }).ToListAsync(ct);
        return [.. grants.OrderByDescending(g => g.From).ThenBy(g => g.Role).Select(g => new Line(g.From, g.To, g.Role.Name(), g.Name, g.Inherit ? "连同下级" : "", Lasts: true))];
    }

    /// <summary>What the record log holds about the reader's own rows: when, by whom and by which right; the reader sees the rows themselves above.</summary>
    private async Task<List<Line>> Logged(Guid self, CancellationToken ct)
    {
        var own = db.Posts.Where(p => p.PersonId == self).Select(p => p.Id).Concat(db.Grants.Where(g => db.Users.Any(a => a.Id == g.AccountId && a.PersonId == self)).Select(g => g.Id));
        var entries = await db.LogEntries.Where(e => e.RecordId == self || own.Contains(e.RecordId))
            .Select(e => new { e.At, e.Id, e.Kind, e.RecordType, Person = db.People.Where(p => p.Id == e.PersonId).Select(p => p.Name).SingleOrDefault(), Account = db.Users.Where(a => a.Id == e.AccountId).Select(a => a.DisplayName).SingleOrDefault() }).ToListAsync(ct);
        var titles = permissions.All.ToDictionary(p => p.Name, p => p.Title);
        return [.. entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(e => new Line(DayOf(e.At), null, $"{NameOf(e.RecordType)}：{titles.GetValueOrDefault(e.Kind, "登记")}", "", $"办理人：{(string.IsNullOrEmpty(e.Person) ? string.IsNullOrEmpty(e.Account) ? "系统" : e.Account : e.Person)}"))];
    }

    private static string NameOf(string record) => record switch { nameof(Person) => "名册资料", nameof(Post) => "任职", _ => "角色" };

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.InOffice().Date);
}
