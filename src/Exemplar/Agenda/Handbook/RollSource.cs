using Exemplar.Organization;
using Exemplar.People;
using Exemplar.People.Statuses;

namespace Exemplar.Agenda.Handbook;

/// <summary>Who led the branch and who belonged to it in a year, by the dates of the roster.</summary>
internal static class RollSource
{
    private sealed record Stay(Guid PersonId, string Name, Sex? Sex, DateOnly? BirthMonth, PartialDate? JoinedOn, PartialDate? ConfirmedOn, MemberStatus? Status, bool IsRetired, Guid UnitId, DateOnly From, DateOnly? To);

    /// <summary>Of the branch, then of its Party groups in organization order.</summary>
    public static async Task<List<PostLine>> PostsOf(this AppDb db, Unit unit, List<Unit> groups, Period year, CancellationToken ct)
    {
        var (first, last, ids) = (year.First, year.Last, groups.ConvertAll(g => g.Id));
        var held = await db.Posts.Where(p => (p.UnitId == unit.Id || ids.Contains(p.UnitId)) && p.From <= last && (p.To == null || p.To >= first))
            .Join(db.People, p => p.PersonId, p => p.Id, (p, person) => new { p.UnitId, p.Kind, p.PersonId, person.Name, p.From, p.To, p.Basis }).ToListAsync(ct);
        return [.. held.OrderBy(p => ids.IndexOf(p.UnitId)).ThenBy(p => p.Kind).ThenBy(p => p.From).ThenBy(p => p.PersonId)
            .Select(p => new PostLine(groups.Find(g => g.Id == p.UnitId)?.Name ?? "", p.Kind, p.PersonId, p.Name, p.From, p.To, p.Basis))];
    }

    /// <summary>Empty where the reader may not see the roster. Of a general branch with the branches below it.</summary>
    public static async Task<MemberRoll> RollOf(this AppDb db, Unit unit, IReadOnlyList<PostLine> posts, Period year, DateOnly asOf, Actor actor, CancellationToken ct)
    {
        var branches = db.Units.Where(actor, PeopleCapability.View).Where(u => u.Path.StartsWith(unit.Path) && (u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch)).Select(u => u.Id);
        var (last, eve) = (year.Last, year.First.AddDays(-1));
        var begun = await db.Memberships.Where(m => branches.Contains(m.UnitId)).MinAsync(m => (DateOnly?)m.From, ct);
        var memberships = db.Memberships.Where(m => branches.Contains(m.UnitId) && m.From <= last && (m.To == null || m.To >= eve));
        var statuses = await db.StatusesOf(memberships.Select(m => m.PersonId), ct);
        var stays = (await memberships.Join(db.People, m => m.PersonId, p => p.Id, (m, p) => new { p, m })
            .Select(x => new { x.p.Id, x.p.Name, x.p.Sex, x.p.BirthMonth, x.p.JoinedOn, x.p.ConfirmedOn, x.p.Status, x.p.IsRetired, x.m.UnitId, x.m.From, x.m.To }).ToListAsync(ct))
            .Where(x => statuses.WasEverMember(x.Id, x.Status)).Select(x => new Stay(x.Id, x.Name, x.Sex, x.BirthMonth, x.JoinedOn, x.ConfirmedOn, x.Status, x.IsRetired, x.UnitId, x.From, x.To)).ToList();

        var place = posts.Where(p => p.Group.Length == 0 && p.From <= asOf && (p.To is null || p.To >= asOf)).GroupBy(p => p.PersonId).ToDictionary(g => g.Key, g => (int)g.Min(p => p.Kind));
        var members = from stay in stays.Where(s => s.From <= asOf && (s.To is null || s.To >= asOf)).DistinctBy(s => s.PersonId)
                      let status = statuses.On(stay.PersonId, asOf, stay.Status, stay.ConfirmedOn)
                      where status is not null
                      select new MemberLine(stay.PersonId, stay.Name, stay.Sex, stay.BirthMonth, stay.JoinedOn, ConfirmedBy(stay, asOf) ? stay.ConfirmedOn : null, status.Value, statuses.WasRetired(stay.PersonId, asOf, stay.IsRetired));
        return new([.. members.OrderBy(m => place.GetValueOrDefault(m.PersonId, int.MaxValue)).ThenBy(m => m.Name, PinyinOrder.Instance).ThenBy(m => m.PersonId)],
            await Changes(db, stays, statuses, year, asOf, begun, actor, ct), begun);
    }

    private static bool ConfirmedBy(Stay stay, DateOnly day) => stay.ConfirmedOn is not { } on || on.First <= day;

    private static async Task<List<MemberChange>> Changes(AppDb db, List<Stay> stays, StatusHistory statuses, Period year, DateOnly asOf, DateOnly? begun, Actor actor, CancellationToken ct)
    {
        // Within a general branch somebody moves without coming or going.
        var came = stays.FindAll(s => s.From >= year.First && s.From > begun && !stays.Exists(o => o.PersonId == s.PersonId && o.To == s.From.AddDays(-1)));
        // Who left the Party is named as such, not as gone elsewhere.
        var went = stays.FindAll(s => s.To is { } to && to < asOf && !stays.Exists(o => o.PersonId == s.PersonId && o.From == to.AddDays(1))
            && !statuses.Of(s.PersonId).Any(c => c.Kind is StatusChangeKind.LeftParty && c.On == to.AddDays(1)));
        var moved = came.Concat(went).Select(s => s.PersonId).Distinct().ToList();
        var elsewhere = (await db.Memberships.Where(m => moved.Contains(m.PersonId))
            .Join(db.Units.Where(actor, OrganizationCapability.View).Where(u => u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch), m => m.UnitId, u => u.Id, (m, u) => new { m.PersonId, m.From, m.To, u.Name })
            .ToListAsync(ct)).ToLookup(m => m.PersonId);

        var changes = came.Select(s => new MemberChange(s.From, s.From.Iso(), s.Name, "编入支部", elsewhere[s.PersonId].FirstOrDefault(m => m.To == s.From.AddDays(-1)) is { } from ? $"由{from.Name}转入" : ""))
            .Concat(went.Select(s => new MemberChange(s.To!.Value.AddDays(1), s.To.Value.AddDays(1).Iso(), s.Name, "转出", elsewhere[s.PersonId].FirstOrDefault(m => m.From == s.To.Value.AddDays(1)) is { } to ? $"转到{to.Name}" : "")));
        foreach (var stay in stays.DistinctBy(s => s.PersonId))
        {
            if (InYear(stay.JoinedOn) is { } joined) changes = changes.Append(new(joined.First, $"{joined}", stay.Name, "接收为预备党员", ""));
            if (InYear(stay.ConfirmedOn) is { } confirmed) changes = changes.Append(new(confirmed.First, $"{confirmed}", stay.Name, StatusChangeKind.Confirmed.Name(), ""));
            changes = changes.Concat(statuses.Of(stay.PersonId).Where(c => c.Kind is not (StatusChangeKind.Admitted or StatusChangeKind.Confirmed) && InYear(c.On) is not null)   // those two are dates of the person
                .Where(c => stays.Exists(s => s.PersonId == c.PersonId && s.From < c.On && (s.To is null || s.To >= c.On.AddDays(-1))))
                .Select(c => new MemberChange(c.On, c.On.Iso(), stay.Name, c.Kind.Name(), "")));
        }
        return [.. changes.OrderBy(c => c.On).ThenBy(c => c.Name, PinyinOrder.Instance).ThenBy(c => c.What, StringComparer.Ordinal)];

        PartialDate? InYear(PartialDate? date) => date is { } day && day.First >= year.First && day.First <= asOf ? day : null;
    }
}
