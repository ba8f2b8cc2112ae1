using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Rules.OwnRules;

[Needs(RulesCapability.Set)]
public sealed class AddOwnRulePage(AddOwnRule add, TimeProvider clock) : FormPage<AddOwnRule.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public AddOwnRule.View Found { get; private set; } = null!;
    public IEnumerable<SelectListItem> Choices => Found.Choices.Select(r => new SelectListItem(r.Title, r.Id));

    /// <summary>Asked only of whoever drafts something stricter.</summary>
    public bool MustConfirm => ModelState.TryGetValue("Form.Confirmed", out var asked) && asked.Errors.Count > 0;

    protected override async Task Open(CancellationToken ct) => Found = await add.Open(Id, ct);

    public void OnGet() => Form.From = clock.Today();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => add.Handle(Id, Form, ct),
        rule => Saved("/rules", $"已定：{rule.Title}，{rule.Period.Name()}不少于 {rule.AtLeast} 次"));
}
