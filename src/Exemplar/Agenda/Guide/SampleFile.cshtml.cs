using Exemplar.People.RosterImport;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Agenda.Guide;

[Needs(AgendaCapability.FollowGuide)]
public sealed class SampleFilePage(SampleFile sample) : SlicePage
{
    private (string Name, byte[] Content) made;

    /// <summary>Which of the samples.</summary>
    [FromQuery] public string Of { get; set; } = SampleFile.Roster;

    protected override Task Open(CancellationToken ct)
    {
        made = sample.Show(Of);
        return Task.CompletedTask;
    }

    public IActionResult OnGet() => File(made.Content, ExportRosterPage.Xlsx, made.Name);
}
