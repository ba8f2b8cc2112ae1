using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.RosterImport;

[Needs(PeopleCapability.Import)]
public sealed class WithdrawRosterPage(WithdrawRoster withdraw) : FormPage<WithdrawRoster.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public WithdrawRoster.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await withdraw.Open(Id, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => withdraw.Handle(Id, ct),
        import => Saved("/people/import", $"已撤回《{import.FileName}》：{import.Added} 人{(import.Founded > 0 ? $"、{import.Founded} 个单位" : "")}"));
}
