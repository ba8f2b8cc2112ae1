using System.Net;
using Exemplar.Platform.Log.Sealing;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Platform.Log.Sealing;

public sealed class CheckpointPageTests : HouseTests
{
    [Fact]
    public async Task It_shows_the_text_and_its_code_and_gives_the_file_away()
    {
        var made = await App.Seal();
        var auditor = await As(Role.AuditAdministrator, House.Office);
        var page = await auditor.Open("/log/checkpoints/1");
        Assert.Equal(made.Text, page.QuerySelector("pre.text")!.TextContent);
        Assert.True(page.QuerySelectorAll("svg rect, svg path").Length > 1);
        Assert.DoesNotContain("style=", page.QuerySelector("svg")!.OuterHtml, StringComparison.Ordinal);   // the policy would drop it

        var file = await auditor.GetAsync("/log/checkpoints/1?handler=File");
        Assert.Equal(made.Text, await file.Content.ReadAsStringAsync());
        Assert.Equal("checkpoint-00000001.txt", file.Content.Headers.ContentDisposition!.FileName);
    }

    [Fact]
    public async Task Others_do_not_see_it_and_a_number_that_was_never_given_is_not_there()
    {
        await App.Seal();
        await (await As(Role.SystemAdministrator, House.Office)).IsShut("/log/checkpoints/1", HttpStatusCode.Forbidden);
        await (await As(Role.AuditAdministrator, House.General)).IsShut("/log/checkpoints/1", HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.NotFound, (await (await As(Role.AuditAdministrator, House.Office)).GetAsync("/log/checkpoints/2")).StatusCode);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    [InlineData("")]
    public async Task What_an_editor_or_a_scanner_makes_of_it_is_still_it(string end)
    {
        var made = await App.Seal();
        var kept = "\ufeff" + made.Text.TrimEnd('\n').Replace("\n", end == "\r\n" ? "\r\n" : "\n", StringComparison.Ordinal) + end;
        Assert.Equal(made.Text, LogCheckpoint.ReadKept(kept)!.Text);
        Assert.Null(LogCheckpoint.Read(kept));
        Assert.Null(LogCheckpoint.Read(made.Text.Replace("number 1", "number 01", StringComparison.Ordinal)));
        Assert.Null(LogCheckpoint.Read(made.Text.Replace("root ", "root A", StringComparison.Ordinal)));
        Assert.Null(LogCheckpoint.Read(made.Text + made.Text));
    }
}
