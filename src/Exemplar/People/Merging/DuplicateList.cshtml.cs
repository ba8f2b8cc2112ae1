using Exemplar.Platform.Web;

namespace Exemplar.People.Merging;

[Needs(PeopleCapability.Change)]
public sealed class DuplicateListPage(DuplicateList list) : SlicePage
{
    public DuplicateList.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await list.Show(ct);

    public void OnGet() { }
}
