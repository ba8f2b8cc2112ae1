using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Merging;

[Needs(PeopleCapability.Change)]
public sealed class MergePeoplePage(MergePeople merge) : FormPage<MergePeople.Form>
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Other { get; set; }
    public MergePeople.View Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await merge.Open(Id, Other, ct);

    public void OnGet() { }

    public Whose Chosen(FieldLine line) => Form.Take.TryGetValue(line.Field, out var whose) ? whose : line.Default;

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => merge.Handle(Id, Other, Form, ct), kept => Saved($"/people/{Id}", $"已合并：两份“{kept.Name}”现在是一个人{(Found.Preview.Moves.Count > 0 ? $"，转过来{string.Join('、', Found.Preview.Moves)}" : "")}"));
}
