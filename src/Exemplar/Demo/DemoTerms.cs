using Exemplar.Organization;

namespace Exemplar.Demo;

/// <summary>The committee's office enters when each body was last elected; one branch's term ends within half a year.</summary>
internal sealed class DemoTerms(DemoActors actors)
{
    public async Task Enter(DateOnly today, CancellationToken ct)
    {
        var units = await actors.Read(db => db.Units.AsNoTracking().Where(u => u.Kind == UnitKind.Committee || u.Kind == UnitKind.Branch).OrderBy(u => u.Order).ToListAsync(ct));
        for (var n = 0; n < units.Count; n++)
        {
            var elected = n == 3 ? today.AddYears(-3).AddMonths(3) : today.AddMonths(-14 - n);
            await actors.As("party", async services =>
            {
                var edit = services.GetRequiredService<EditUnit>();
                var form = await edit.Fill(await edit.Open(units[n].Id, ct), ct);
                form.ElectedOn = elected;
                return await edit.Handle(units[n].Id, form, ct);
            });
        }
    }
}
