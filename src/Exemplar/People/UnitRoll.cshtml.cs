using Exemplar.People.RosterImport;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People;

[Needs(PeopleCapability.View)]
public sealed class UnitRollPage(UnitRoll roll) : SlicePage
{
    /// <summary>Rows on the page; the sheet holds all.</summary>
    public const int Most = 500;

    [FromRoute] public Guid Id { get; set; }

    /// <summary>The day that is asked for; what is no date is today.</summary>
    [FromQuery] public DateOnly? On { get; set; }
    public UnitRoll.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await roll.Show(Id, On, ct);

    public void OnGet() { }

    public IActionResult OnGetSheet() => File(UnitRoll.Sheet(Shown), ExportRosterPage.Xlsx, $"{Shown.Unit.Name} 名册 {Shown.On.Iso()}.xlsx");
}
