using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Agenda.Guide;

[Needs(AgendaCapability.FollowGuide)]
public sealed class FirstHourPage(FirstHour guide) : FormPage<FirstHour.Form>
{
    public FirstHour.View Shown { get; private set; } = null!;
    public IReadOnlyList<FirstHour.Print> Prints { get; private set; } = [];

    protected override async Task Open(CancellationToken ct) => (Shown, Prints) = (await guide.Show(ct), await guide.Prints(ct));

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => guide.Handle(Form, ct), now => Saved(
        Form.Choice is FirstHour.Choice.PutAway ? "/" : "/first-hour",
        Form.Choice switch
        {
            FirstHour.Choice.PutAway => "已从工作台收起。以后在菜单“第一小时”里还能找到。",
            FirstHour.Choice.PutBack => "已放回工作台。",
            FirstHour.Choice.TakeUp => "好，这一步还没做。",
            _ => now.Next is { } next ? $"好。下一步：{next.Step.Name()}。" : "每一步都有了着落，工作台上不再提示。",
        }));
}
