using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Merging;

[Needs(PeopleCapability.Change)]
public sealed class MergeChoicePage(MergeChoice choice) : SlicePage
{
    [FromRoute] public Guid Id { get; set; }
    [FromQuery] public string? Name { get; set; }
    public MergeChoice.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await choice.Show(Id, Name, ct);

    public void OnGet() { }
}
