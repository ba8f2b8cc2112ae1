using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Past;

[Needs(MeetingsCapability.Record)]
public sealed class WithdrawRegisterPage(WithdrawRegister withdraw) : FormPage<WithdrawRegister.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public WithdrawRegister.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await withdraw.Open(Id, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => withdraw.Handle(Id, ct),
        import => Saved("/meetings/past", $"已撤回《{import.FileName}》：{import.Meetings} 次会议"));
}
