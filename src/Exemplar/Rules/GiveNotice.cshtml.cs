using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Rules;

[Needs(RulesCapability.Notice)]
public sealed class GiveNoticePage(GiveNotice give, TimeProvider clock) : FormPage<GiveNotice.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public GiveNotice.View Found { get; private set; } = null!;
    public IEnumerable<SelectListItem> Choices => Found.Choices.Select(r => new SelectListItem(r.Title, r.Id));

    protected override async Task Open(CancellationToken ct) => Found = await give.Open(Id, ct);

    /// <summary>In the first months the notice is about the year before.</summary>
    public void OnGet() => Form.Year = clock.Today().AddMonths(-3).Year;

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => give.Handle(Id, Form, ct),
        notice => Saved("/year", $"已登记：{Found.Choices.First(r => r.Id == notice.Rule).Title} {notice.Year} 年度，{notice.OpensOn.Iso()} 至 {notice.ClosesOn.Iso()}"));
}
