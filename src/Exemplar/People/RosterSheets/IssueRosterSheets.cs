using Exemplar.Documents.Sheets.Entry;
using Exemplar.People.RosterImport;

namespace Exemplar.People.RosterSheets;

/// <summary>One roster sheet for each of the chosen units, in one packed file. Writes nothing down: each sheet says of itself what it is (docs/adr/0027).</summary>
public sealed class IssueRosterSheets(AppDb db, Actor actor, TimeProvider clock)
{
    /// <param name="units">Which units; empty for every branch.</param>
    /// <returns>A .zip. Throws <see cref="NotFound"/> for a unit that gets no sheet from the actor, or when there is none at all.</returns>
    public async Task<PackedBooks> Show(IReadOnlyList<Guid> units, CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Import);
        var all = await db.SheetUnitsOf(actor, ct);
        var chosen = units.Count == 0 ? all.FindAll(u => u.Unit.IsParty) : all.FindAll(u => units.Contains(u.Unit.Id));
        if (chosen.Count == 0 || (units.Count > 0 && chosen.Count != units.Distinct().Count())) throw new NotFound(nameof(Organization.Unit));

        var choices = await PlaceChoices.For(db, actor, PeopleCapability.Import, ct);
        var today = clock.Today();
        return PackedBooks.Of($"名册表 {today.Iso()}.zip", chosen.Select((unit, n) => (RosterSheetWriter.FileName(n + 1, unit.Unit, today), RosterSheetWriter.Write(unit.Unit, Mark(unit)))));

        RosterSheetMark Mark(SheetUnit unit) => new(today, unit.Unit.Id, [.. unit.Rows.Select((row, n) => new IssuedRow(row.PersonId, n + 1, [.. WithoutOldDates(row).Cells, ""]))],
            [.. choices.Branches.Select(b => b.Name)], [.. choices.Departments.Select(d => d.Name)]);
    }

    /// <summary>The dates of somebody who left the Party are kept, and are nothing that a branch or department could correct.</summary>
    private static RosterRow WithoutOldDates(RosterRow row) => row.Facts.Status is null ? row with { Facts = row.Facts with { JoinedOn = null, ConfirmedOn = null } } : row;
}
