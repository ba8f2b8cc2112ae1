using Exemplar.Platform.Security.Policy;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Accounts.Invitations;

public sealed class AcceptInvitationPage(AcceptInvitation accept) : FormPage<AcceptInvitation.Form>
{
    /// <summary>From the link; it is looked at only together with a password.</summary>
    [FromQuery] public string? Code { get; set; }

    public SecuritySettings Settings { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Settings = await accept.Settings(ct);

    public void OnGet() => Form.Code = Code ?? "";

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => accept.Handle(Form, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", ct),
        account =>
        {
            TempData.Clear();   // receipts of whoever sat here before
            return Saved("/sign-in", $"密码已设好。现在用用户名“{account.UserName}”和新密码登录。");
        });
}
