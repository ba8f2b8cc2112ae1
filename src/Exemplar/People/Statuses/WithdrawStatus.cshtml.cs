using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Statuses;

[Needs(PeopleCapability.Change)]
public sealed class WithdrawStatusPage(WithdrawStatus withdraw) : FormPage<WithdrawStatus.Form>
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Change { get; set; }
    public WithdrawStatus.View Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await withdraw.Open(Id, Change, ct);

    protected override void Fill() => Form.Version = Found.Person.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => withdraw.Handle(Id, Change, Form, ct), person => Saved($"/people/{Id}", $"已撤回：{person.Name}{Found.Change.Kind.Name()}"));
}
