using Exemplar.Documents.Sheets;
using Exemplar.Organization;
using Exemplar.People.RosterImport;
using Exemplar.People.Statuses;

namespace Exemplar.People;

/// <summary>Who belonged to a unit and to what stands below it on a day: places, posts and status of that day, by unit and then by the pinyin of names.</summary>
public sealed class UnitRoll(AppDb db, Actor actor, TimeProvider clock)
{
    private static readonly SheetColumn[] Columns =
    [
        new("序号", 6), new("姓名", 12), new("性别", 6), new("出生年月", 11), new("身份", 16), new("入党时间", 13), new("转正时间", 13), new("支部、科室", 26), new("职务", 30),
    ];

    /// <param name="Facts">Sex and dates; null for somebody whom the reader does not see on the roster of today.</param>
    public sealed record Row(Guid PersonId, string Name, MemberStatus? Status, bool IsRetired, string Places, string Posts, PersonFacts? Facts);

    /// <param name="Begun">The first day of which the roster knows anything here; null while nobody ever belonged here.</param>
    public sealed record View(Unit Unit, DateOnly On, IReadOnlyList<Row> Rows, DateOnly? Begun)
    {
        public int Count(MemberStatus? status) => Rows.Count(r => r.Status == status);
    }

    private sealed record Stay(Guid PersonId, Guid UnitId, string Unit, string Order, UnitKind Kind, bool IsHere);

    /// <param name="on">Null, and any day to come, is today.</param>
    public async Task<View> Show(Guid id, DateOnly? on, CancellationToken ct)
    {
        var unit = await db.Units.AsNoTracking().FindOrThrow(id, ct);
        actor.Demand(PeopleCapability.View, within: unit);
        var day = on is { } asked && asked < clock.Today() ? asked : clock.Today();

        var here = db.Memberships.Where(m => db.Units.Any(u => u.Id == m.UnitId && u.Path.StartsWith(unit.Path)));
        var there = here.Where(m => m.From <= day && (m.To == null || m.To >= day)).Select(m => m.PersonId);
        var people = await db.People.AsNoTracking().Where(p => there.Contains(p.Id)).ToListAsync(ct);
        var (stays, posts) = (await Stays(unit, there, day, ct), await Posts(unit, there, day, ct));
        var statuses = await db.StatusesOf(there, ct);
        var seen = (await db.VisiblePeople(actor, PeopleCapability.View).Where(p => there.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct)).ToHashSet();

        return new(unit, day,
            [
                .. from person in people
                   orderby stays[person.Id].Where(s => s.IsHere).Min(s => s.Order), person.NameOrder, person.Id
                   let confirmed = person.ConfirmedOn?.First <= day ? person.ConfirmedOn : null
                   let status = statuses.On(person.Id, day, person.Status, person.ConfirmedOn)
                   let retired = statuses.WasRetired(person.Id, day, person.IsRetired)
                   select new Row(person.Id, person.Name, status, retired, string.Join('、', stays[person.Id].Select(s => s.Unit)), string.Join('、', posts[person.Id]),
                       seen.Contains(person.Id) ? new(person.Name, person.Sex, person.BirthMonth, status is null ? null : person.JoinedOn, status is null ? null : confirmed, status, retired) : null),
            ],
            await here.MinAsync(m => (DateOnly?)m.From, ct));
    }

    public static byte[] Sheet(View roll) => SheetWriter.Write($"名册 {roll.On.Iso()}", Columns, roll.Rows.Select((row, n) => (IReadOnlyList<string>)
    [
        $"{n + 1}", row.Name, row.Facts?.Sex?.Name() ?? "", RosterTemplate.Month(row.Facts?.BirthMonth), StatusOf(row), row.Facts?.JoinedOn?.InWords ?? "", row.Facts?.ConfirmedOn?.InWords ?? "", row.Places, row.Posts,
    ]));

    public static string StatusOf(Row row) => (row.Status?.Name() ?? "干部职工") + (row.IsRetired ? "，离退休" : "");

    /// <summary>All places of that day, in organization order: of a member of the branch the department is told as well.</summary>
    private async Task<ILookup<Guid, Stay>> Stays(Unit unit, IQueryable<Guid> people, DateOnly day, CancellationToken ct)
    {
        var found = await db.Memberships.Where(m => people.Contains(m.PersonId) && m.From <= day && (m.To == null || m.To >= day))
            .Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new Stay(m.PersonId, u.Id, u.Name, u.Order, u.Kind, u.Path.StartsWith(unit.Path))).ToListAsync(ct);
        return found.OrderBy(s => s.Order, StringComparer.Ordinal).ToLookup(s => s.PersonId);
    }

    /// <summary>Posts of that day: in the unit by their name, elsewhere with the unit's.</summary>
    private async Task<ILookup<Guid, string>> Posts(Unit unit, IQueryable<Guid> people, DateOnly day, CancellationToken ct)
    {
        var found = await db.Posts.Where(p => people.Contains(p.PersonId) && p.From <= day && (p.To == null || p.To >= day))
            .Join(db.Units.Where(actor, OrganizationCapability.View), p => p.UnitId, u => u.Id, (p, u) => new { p.PersonId, p.Kind, u.Id, u.Name, u.Order }).ToListAsync(ct);
        return found.OrderByDescending(p => p.Id == unit.Id).ThenBy(p => p.Order, StringComparer.Ordinal).ThenBy(p => p.Kind).ToLookup(p => p.PersonId, p => p.Id == unit.Id ? p.Kind.Name() : Joined(p.Name, p.Kind.Name()));
    }

    /// <summary>领导小组办公室 and 办公室主任 are 领导小组办公室主任; a single character is no overlap: 领导小组组长.</summary>
    private static string Joined(string unit, string post)
    {
        for (var length = Math.Min(unit.Length, post.Length); length > 1; length--)
            if (unit.EndsWith(post[..length], StringComparison.Ordinal)) return unit + post[length..];
        return unit + post;
    }
}
