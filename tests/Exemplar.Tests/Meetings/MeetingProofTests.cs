using System.Net;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings;

public sealed class MeetingProofTests : MeetingHouse
{
    [Fact]
    public async Task Who_reads_a_meeting_sees_when_it_was_entered_and_whether_it_was_changed_since()
    {
        var id = await Planned();
        Assert.Equal("3月10日登记，此后未改动。查验", await Line(Member, id));
        await Recorder.Submit($"/meetings/{id}/record");
        Assert.Equal("3月10日登记，此后未改动。查验", await Line(Member, id));   // recorded as planned: nothing was changed
        await Recorder.Submit($"/meetings/{id}/record", ("Form.Place", "二楼"));
        Assert.Equal("3月10日登记，最后一次改动 3月10日（共改动 1 次）。查验", await Line(Member, id));
        Assert.DoesNotContain("登记，", (await Inspector.Open($"/meetings/{id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);   // late entry is nothing for the superior
    }

    [Fact]
    public async Task The_proof_waits_for_the_seal()
    {
        var id = await Planned();
        Assert.Contains("还没有封存", await Text(Member, id), StringComparison.Ordinal);
        var sealedBy = await App.Seal();
        Assert.Contains(sealedBy.Root, await Text(Member, id), StringComparison.Ordinal);
        Assert.Null((await Member.Open($"/meetings/{id}/proof")).QuerySelector("a[href$='proof.json']"));   // the file tells reasons of absence
        Assert.NotNull((await Recorder.Open($"/meetings/{id}/proof")).QuerySelector("a[href$='proof.json']"));
    }

    [Fact]
    public async Task It_is_shut_to_whom_the_meeting_is_not_open_to_read()
    {
        var id = await Planned();
        await Neighbour.IsShut($"/meetings/{id}/proof", HttpStatusCode.NotFound);
        await Inspector.IsShut($"/meetings/{id}/proof", HttpStatusCode.Forbidden);
        await Member.IsShut($"/meetings/{Guid.CreateVersion7()}/proof", HttpStatusCode.NotFound);
    }

    private static async Task<string> Line(HttpClient browser, Guid id) => (await browser.Open($"/meetings/{id}")).QuerySelector(".log-line")!.TextContent;

    private static async Task<string> Text(HttpClient browser, Guid id) => (await browser.Open($"/meetings/{id}/proof")).QuerySelector("main")!.TextContent;
}
