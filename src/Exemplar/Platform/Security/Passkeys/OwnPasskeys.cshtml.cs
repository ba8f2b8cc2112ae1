using Exemplar.Platform.Web;

namespace Exemplar.Platform.Security.Passkeys;

[Needs(SecurityCapability.OwnAccount)]
public sealed class OwnPasskeysPage(OwnPasskeys own) : SlicePage
{
    public OwnPasskeys.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await own.Show(ct);

    public void OnGet() { }
}
