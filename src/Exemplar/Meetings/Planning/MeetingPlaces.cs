using Exemplar.Organization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Meetings.Planning;

/// <summary>What the actor may plan: each of their units with the kinds of meetings that it holds.</summary>
public sealed record MeetingPlaces(IReadOnlyList<Unit> Units, MeetingKinds Kinds)
{
    public static async Task<MeetingPlaces> For(AppDb db, Actor actor, MeetingKinds kinds, CancellationToken ct)
    {
        actor.Demand(MeetingsCapability.Plan);
        var holding = kinds.All.SelectMany(k => k.UnitKinds).Distinct().ToList();
        return new(await db.Units.AsNoTracking().Where(actor, MeetingsCapability.Plan)
            .Where(u => u.DissolvedOn == null && holding.Contains(u.Kind)).OrderBy(u => u.Order).ToListAsync(ct), kinds);
    }

    /// <summary>Some of the units hold meetings of which no text is kept.</summary>
    public bool HoldsWithoutText => Units.Any(u => Kinds.In(u.Kind).Any(k => !k.KeepsText && !k.IsConfirmation));

    /// <summary>The value of a choice: one gesture says both the unit and the kind.</summary>
    public static string Key(Guid unit, string kind) => $"{unit:N}.{kind}";

    /// <summary>Null for one that was not offered.</summary>
    public (Unit Unit, MeetingKind Kind)? Find(string? key) =>
        key?.Split('.') is [var id, var name] && Guid.TryParse(id, out var unitId) && Units.FirstOrDefault(u => u.Id == unitId) is { } unit
        && Kinds.In(unit.Kind).FirstOrDefault(k => k.Key == name) is { } kind ? (unit, kind) : null;

    public IEnumerable<SelectListItem> Choices(string? chosen)
    {
        foreach (var unit in Units)
        {
            var group = new SelectListGroup { Name = unit.Name };
            foreach (var kind in Kinds.In(unit.Kind))
                yield return new(kind.Name, Key(unit.Id, kind.Key), Key(unit.Id, kind.Key) == chosen) { Group = group };
        }
    }
}
