using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Outbox;

[Needs(OutboxCapability.Configure)]
public sealed class ConfigureMessagesPage(ConfigureMessages configure, OutboxFigures figures, WorkingCalendar calendar, TimeProvider clock) : FormPage<ConfigureMessages.Form>
{
    public OutboxSettings Now { get; private set; } = null!;
    public OutboxFigures.View Figures { get; private set; } = null!;
    public bool IsProvisional => calendar.IsProvisional(clock.Today().Year);

    protected override async Task Open(CancellationToken ct) => (Now, Figures) = (await configure.Open(ct), await figures.Show(ct));

    protected override void Fill() => Form = ConfigureMessages.Fill(Now);

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => configure.Handle(Form, ct), kept => Saved("/messages/settings", kept.IsOn ? "已保存，对外发送已打开" : "已保存，对外发送是关闭的"));
}
