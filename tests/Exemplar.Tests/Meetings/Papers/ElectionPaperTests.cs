using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Campaigns.Supervision;
using Exemplar.Tests.Meetings.Elections;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Papers;

public sealed class ElectionPaperTests : GivenElection
{
    [Fact]
    public async Task The_report_goes_to_the_committee_above_once_it_was_counted()
    {
        var election = await Prepared();
        Assert.Equal(HttpStatusCode.NotFound, (await Secretary.GetAsync($"/elections/{election.Id}/report")).StatusCode);
        await Count(election, 17, 17, [16, 15, 12, 8]);

        var text = GivenDocument.TextOf(await Secretary.GetByteArrayAsync($"/elections/{election.Id}/report"));
        Assert.Contains("临江市人民政府办公室机关党委：", text, StringComparison.Ordinal);
        Assert.Contains("当选（3 名，按选票上的顺序）：甲01、甲02、甲03。", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_the_meeting_gets_no_report()
    {
        var election = await Prepared();
        await Count(election, 17, 17, [16, 15, 12, 8]);
        var url = $"/elections/{election.Id}/report";
        await (await As(Role.SuperiorInspector, House.Office)).IsShut(url, HttpStatusCode.Forbidden);
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut(url, HttpStatusCode.NotFound);
        await Secretary.IsShut($"/elections/{Guid.CreateVersion7()}/report", HttpStatusCode.NotFound);
    }
}
