using Exemplar.People.RosterImport;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Agenda.Guide;

[Needs(AgendaCapability.FollowGuide)]
public sealed class SampleFilePage(SampleFile sample) : SlicePage
{
    private (string Name, byte[] Content) made;

    [FromRoute] public string Name { get; set; } = "";

    protected override Task Open(CancellationToken ct)
    {
        made = sample.Show(Name);
        return Task.CompletedTask;
    }

    public IActionResult OnGet() => File(made.Content, ExportRosterPage.Xlsx, made.Name);
}
