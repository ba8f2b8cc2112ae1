using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Accounts;

[Needs(PeopleCapability.GrantRoles)]
public sealed class EndGrantPage(EndGrant end, TimeProvider clock) : FormPage<EndGrant.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public EndGrant.View Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await end.Open(Id, ct);

    public void OnGet() => Form.On = clock.Today().AddDays(-1);

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => end.Handle(Id, Form, ct),
        found => Saved($"/accounts/{found.Account.Id}", found switch
        {
            { NeedsApproval: true } => $"已提出收回：{found.Grant.Role.Name()}。另一位系统管理员或安全管理员批准后生效",
            { Grant.Role: var role } when role.IsAdministrator() => $"已收回：{role.Name()}（没有第二人可以批准，已记入安全审计）",
            _ => $"已收回：{found.Grant.Role.Name()}",
        }));
}
