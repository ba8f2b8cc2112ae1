using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security.Policy;

[Needs(SecurityCapability.ConfigureSecurity)]
public sealed class ConfigureSecurityPage(ConfigureSecurity configure) : FormPage<ConfigureSecurity.Form>
{
    private SecuritySettings now = null!;

    protected override async Task Open(CancellationToken ct) => now = await configure.Open(ct);

    protected override void Fill() => Form = ConfigureSecurity.Fill(now);

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => configure.Handle(Form, ct), _ => Saved("/security", "已保存，立即生效"));
}
