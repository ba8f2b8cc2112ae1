using Exemplar.People.RosterImport;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Agenda.Own;

[Needs(SecurityCapability.OwnAccount)]
public sealed class OwnRecordPage(OwnRecord record) : SlicePage
{
    /// <summary>Lines of one part on the page; the sheet holds all.</summary>
    public const int Most = 30;

    public OwnRecord.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await record.Show(ct);

    public void OnGet() { }

    /// <summary>404 for an account that belongs to nobody.</summary>
    public IActionResult OnGetSheet() => Shown.Name is null ? throw new NotFound(nameof(OwnRecord)) : File(OwnRecord.Sheet(Shown), ExportRosterPage.Xlsx, $"我的记录 {Shown.Name} {Shown.On.Iso()}.xlsx");
}
