using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Matters;

[Needs(MeetingsCapability.Record)]
public sealed class PutOnAgendaPage(PutOnAgenda put) : FormPage<PutOnAgenda.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public PutOnAgenda.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await put.Open(Id, ct);

    protected override void Fill() => Form.Version = Shown.Found.Matter.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => put.Handle(Id, Form, ct),
        matter => Saved($"/matters?unit={matter.UnitId}", $"已列入议程：{matter.Title}{(matter.Consultations.Count == 0 ? "。还没有登记会前征求意见" : "")}"));
}
