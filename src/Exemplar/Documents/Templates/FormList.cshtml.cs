using Exemplar.Platform.Web;

namespace Exemplar.Documents.Templates;

[Needs(FormsCapability.View)]
public sealed class FormListPage(FormList list) : SlicePage
{
    public IReadOnlyList<FormList.Row> Rows { get; private set; } = [];

    protected override async Task Open(CancellationToken ct) => Rows = await list.Show(ct);

    public void OnGet() { }
}
