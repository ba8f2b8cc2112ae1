using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Agenda.Digest;

[Needs(SecurityCapability.OwnAccount)]
public sealed class ChooseDigestPage(ChooseDigest choose) : FormPage<ChooseDigest.Form>
{
    public ChooseDigest.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await choose.Open(ct);

    public void OnGet() => Form.Address = Shown.Address ?? "";

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => choose.Handle(Form, ct), account => Saved("/messages/mine", $"已登记：有事等您办理时发到 {account.Email}，{Shown.Allowance.InWords}"));

    public Task<IActionResult> OnPostStop(CancellationToken ct)
    {
        ModelState.Clear();   // one press: the address is not asked for
        return Save(() => choose.Stop(ct), _ => Saved("/messages/mine", "已退出，不再发邮件；邮箱地址已删除"));
    }
}
