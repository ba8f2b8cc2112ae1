using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Merging;

[Needs(PeopleCapability.Change)]
public sealed class JudgeDifferentPage(JudgeDifferent judge) : FormPage<JudgeDifferent.Form>
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Other { get; set; }
    public JudgeDifferent.View Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await judge.Open(Id, Other, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => judge.Handle(Id, Other, Form, ct),
        pair => Saved("/people/duplicates", Form.Different is true ? $"已记下：{pair.One.Name}和{pair.Other.Name}不是同一人" : $"已撤销：{pair.One.Name}和{pair.Other.Name}可能是同一人"));
}
