using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Accounts;

[Needs(PeopleCapability.OpenAccounts)]
public sealed class LockAccountPage(LockAccount slice) : FormPage<LockAccount.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public Account Account { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Account = await slice.Open(Id, ct);

    public void OnGet() => Form.Lock = Account.DisabledAt is null;

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => slice.Handle(Id, Form, ct),
        account => Saved($"/accounts/{Id}", Form.Lock is true ? $"已停用：{account.UserName}" : $"已恢复：{account.UserName}"));
}
