using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Rules.OwnRules;

[Needs(RulesCapability.Set)]
public sealed class EndOwnRulePage(EndOwnRule end) : FormPage<EndOwnRule.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public OwnRule Rule { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Rule = await end.Open(Id, ct);

    protected override void Fill() => Form.Version = Rule.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => end.Handle(Id, Form, ct),
        rule => Saved("/rules", $"{rule.Title}到 {rule.To.Iso()} 为止"));
}
