using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Agenda.Calendar.Feeds;

[Needs(AgendaCapability.View)]
public sealed class RevokeFeedPage(RevokeFeed revoke) : FormPage<RevokeFeedPage.Nothing>
{
    /// <summary>The press of the button says it all.</summary>
    public sealed class Nothing;

    [FromRoute] public Guid Id { get; set; }
    public CalendarFeed Feed { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Feed = await revoke.Open(Id, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => revoke.Handle(Id, ct), feed => Saved("/calendar/feeds", $"已停用订阅：{feed.Name}"));
}
