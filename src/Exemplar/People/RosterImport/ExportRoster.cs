namespace Exemplar.People.RosterImport;

/// <summary>The roster as a sheet in our own form, as far as the reader may see it.</summary>
public sealed class ExportRoster(AppDb db, Actor actor)
{
    public async Task<byte[]> Show(CancellationToken ct)
    {
        actor.Demand(PeopleCapability.View);
        return RosterTemplate.Write((await db.RosterOf(actor, PeopleCapability.View, ct)).Select(r => r.Cells));
    }
}
