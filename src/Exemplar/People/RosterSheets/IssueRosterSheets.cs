using Exemplar.Documents.Sheets.Entry;
using Exemplar.People.RosterImport;

namespace Exemplar.People.RosterSheets;

/// <summary>One roster sheet for each of the chosen units, in one packed file. Each says of itself what it is (docs/adr/0027); kept is only that the unit got one.</summary>
public sealed class IssueRosterSheets(AppDb db, Actor actor, TimeProvider clock)
{
    /// <param name="units">Which units; empty for every branch.</param>
    /// <returns>A .zip. Throws <see cref="NotFound"/> for a unit that gets no sheet from the actor, or when there is none at all.</returns>
    public async Task<PackedBooks> Show(IReadOnlyList<Guid> units, CancellationToken ct) => await Pack(await Choose(units, ct), ct);

    /// <summary>The same, and they are waited for from now on.</summary>
    public async Task<Result<PackedBooks>> Handle(IReadOnlyList<Guid> units, CancellationToken ct)
    {
        var chosen = await Choose(units, ct);
        var packed = await Pack(chosen, ct);
        return await db.Commit<PackedBooks>(async (db, ct) =>
        {
            await db.IssueSheets(actor.Act(), [.. chosen.Select(u => u.Unit.Id)], clock.Today(), ct);
            return packed;
        }, ct);
    }

    private async Task<List<SheetUnit>> Choose(IReadOnlyList<Guid> units, CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Import);
        var all = await db.SheetUnitsOf(actor, ct);
        var chosen = units.Count == 0 ? all.FindAll(u => u.Unit.IsParty) : all.FindAll(u => units.Contains(u.Unit.Id));
        if (chosen.Count == 0 || (units.Count > 0 && chosen.Count != units.Distinct().Count())) throw new NotFound(nameof(Organization.Unit));
        return chosen;
    }

    private async Task<PackedBooks> Pack(List<SheetUnit> chosen, CancellationToken ct)
    {
        var choices = await PlaceChoices.For(db, actor, PeopleCapability.Import, ct);
        var today = clock.Today();
        return PackedBooks.Of($"名册表 {today.Iso()}.zip", chosen.Select((unit, n) => (RosterSheetWriter.FileName(n + 1, unit.Unit, today), RosterSheetWriter.Write(unit.Unit, Mark(unit)))));

        RosterSheetMark Mark(SheetUnit unit) => new(today, unit.Unit.Id, [.. unit.Rows.Select((row, n) => new IssuedRow(row.PersonId, n + 1, [.. WithoutOldDates(row).Cells, ""]))],
            [.. choices.Branches.Select(b => b.Name)], [.. choices.Departments.Select(d => d.Name)]);
    }

    /// <summary>The dates of somebody who left the Party are kept, and are nothing that a branch or department could correct.</summary>
    private static RosterRow WithoutOldDates(RosterRow row) => row.Facts.Status is null ? row with { Facts = row.Facts with { JoinedOn = null, ConfirmedOn = null } } : row;
}
