using Exemplar.Platform.Web;
using Exemplar.Rules;

namespace Exemplar.Agenda.Year;

[Needs(RulesCapability.View)]
public sealed class DueSoonPage(DueSoon due) : SlicePage
{
    public DueSoon.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await due.Show(ct);

    public void OnGet() { }
}
