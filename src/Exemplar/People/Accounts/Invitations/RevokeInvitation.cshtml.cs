using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Accounts.Invitations;

[Needs(PeopleCapability.OpenAccounts)]
public sealed class RevokeInvitationPage(RevokeInvitation revoke) : FormPage<RevokeInvitation.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public Account Account { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Account = await revoke.Open(Id, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => revoke.Handle(Id, ct), account => Saved($"/accounts/{Id}", $"已撤回邀请：{account.UserName}"));
}
