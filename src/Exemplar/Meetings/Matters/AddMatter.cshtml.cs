using Exemplar.Organization;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Matters;

[Needs(MeetingsCapability.Record)]
public sealed class AddMatterPage(AddMatter add) : FormPage<AddMatter.Form>
{
    /// <summary>Of the body.</summary>
    [FromRoute] public Guid Id { get; set; }
    public Unit Unit { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Unit = await add.Open(Id, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => add.Handle(Id, Form, ct),
        matter => Saved($"/matters?unit={Id}", $"已列入重大事项清单：{matter.Title}。会前征求意见后，列入会议议程表决"));
}
