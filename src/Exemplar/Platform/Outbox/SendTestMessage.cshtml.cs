using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Platform.Outbox;

[Needs(OutboxCapability.Configure)]
public sealed class SendTestMessagePage(SendTestMessage send, TimeProvider clock) : FormPage<SendTestMessage.Form>
{
    public IReadOnlyList<SelectListItem> Channels { get; private set; } = [];

    protected override async Task Open(CancellationToken ct) =>
        Channels = [.. SendTestMessage.Channels(await send.Open(ct)).Select(c => new SelectListItem(c.Name(), c.ToString()))];

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => send.Handle(Form, ct), queued => Saved("/messages/settings",
        queued.NotBefore <= clock.GetUtcNow() ? "测试消息已排队，一两分钟内发出" : $"现在是不发消息的时间，测试消息将在 {queued.NotBefore.InWords()} 发出"));
}
