using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Accounts;

[Needs(PeopleCapability.GrantRoles)]
public sealed class GrantRolePage(GrantRole grant, TimeProvider clock) : FormPage<GrantRole.Form>
{
    [FromRoute] public Guid AccountId { get; set; }
    public GrantRole.View Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await grant.Open(AccountId, ct);

    public void OnGet() => Form.From = clock.Today();

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => grant.Handle(AccountId, Form, ct), given => Saved($"/accounts/{AccountId}", given.Waits ? $"已提出：{given.Role.Name()}。另一位系统管理员或安全管理员批准后生效" : $"已授予：{given.Role.Name()}" + (given.IsAlone ? "（没有第二人可以批准，已记入安全审计）" : "")));
}
