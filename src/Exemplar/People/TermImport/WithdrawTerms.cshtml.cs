using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.TermImport;

[Needs(PeopleCapability.Appoint)]
public sealed class WithdrawTermsPage(WithdrawTerms withdraw) : FormPage<WithdrawTerms.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public WithdrawTerms.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await withdraw.Open(Id, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => withdraw.Handle(Id, ct),
        import => Saved("/terms/import", $"已撤回《{import.FileName}》：换届 {import.Terms.Count} 次，任职 {import.Appointed} 项"));
}
