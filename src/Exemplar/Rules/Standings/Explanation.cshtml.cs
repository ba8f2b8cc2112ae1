using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Rules.Standings;

/// <summary>Everybody may ask why their own standing is as it is; the handler asks about others'.</summary>
[Needs(RulesCapability.Rules)]
public sealed class ExplanationPage(Explanation explanation) : SlicePage
{
    [FromRoute] public Guid Subject { get; set; }
    [FromRoute] public string Rule { get; set; } = "";
    [FromRoute] public DateOnly From { get; set; }
    public Explanation.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await explanation.Show(Subject, Rule, From, ct);

    public void OnGet() { }
}
