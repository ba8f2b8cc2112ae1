using Exemplar.Platform.Web;

namespace Exemplar.Agenda.Own;

[Needs(SecurityCapability.OwnAccount)]
public sealed class DataReadersPage(DataReaders readers) : SlicePage
{
    public DataReaders.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await readers.Show(ct);

    public void OnGet() { }
}
