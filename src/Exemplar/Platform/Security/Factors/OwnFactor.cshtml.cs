using Exemplar.Platform.Web;

namespace Exemplar.Platform.Security.Factors;

[Needs(SecurityCapability.OwnAccount)]
public sealed class OwnFactorPage(OwnFactor own) : SlicePage
{
    /// <summary>Carries fresh recovery codes to this page, once, in a cookie that only the server can read.</summary>
    public const string CodesOnce = "RecoveryCodesOnce";

    public OwnFactor.View Shown { get; private set; } = null!;
    public IReadOnlyList<string> Codes { get; private set; } = [];

    protected override async Task Open(CancellationToken ct) => Shown = await own.Show(ct);

    public void OnGet() => Codes = (TempData[CodesOnce] as string)?.Split('\n') ?? [];
}
