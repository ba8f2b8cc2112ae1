using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Accounts;

[Needs(PeopleCapability.SecureAccounts)]
public sealed class EndSessionsPage(EndSessions end) : FormPage<EndSessions.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public EndSessions.View Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await end.Open(Id, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => end.Handle(Id, Form, ct), count => Saved($"/accounts/{Id}/sessions", $"已结束 {count} 次登录"));
}
