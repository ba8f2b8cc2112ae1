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
        Save(() => grant.Handle(AccountId, Form, ct), given => Saved($"/accounts/{AccountId}", $"已授予：{given.Role.Name()}"));
}
