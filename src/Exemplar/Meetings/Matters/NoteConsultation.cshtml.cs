using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Matters;

[Needs(MeetingsCapability.Record)]
public sealed class NoteConsultationPage(NoteConsultation note) : FormPage<NoteConsultation.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public PlacedMatter Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await note.Open(Id, ct);

    protected override void Fill() => Form.Version = Found.Matter.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => note.Handle(Id, Form, ct),
        matter => Saved($"/matters?unit={matter.UnitId}", $"已登记会前征求意见：{matter.Title}"));
}
