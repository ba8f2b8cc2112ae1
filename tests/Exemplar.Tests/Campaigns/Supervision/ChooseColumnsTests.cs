using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns.Supervision;

public sealed class ChooseColumnsTests : HouseTests
{
    private const string Url = "/supervision/columns";

    [Fact]
    public async Task Columns_are_kept_for_oneself_in_the_sheets_order_and_logged()
    {
        var (desk, office) = (await As(Role.SupervisionDesk, House.Office), await As(Role.CampaignOffice, House.Office));
        var page = await desk.Open(Url);
        await (await desk.SendForm(page, Url, ("Form.Columns", "due"), ("Form.Columns", "task"), ("Form.Columns", "unknown"))).Leads(desk, "以后导出这 2 列");
        await desk.SendForm(page, Url, ("Form.Columns", "due"), ("Form.Columns", "task"));

        Assert.Equal(["task", "due"], (await App.Read(db => db.SheetViews.SingleAsync())).Columns);
        Assert.Equal(2, await App.Read(db => db.LogEntries.CountAsync(e => e.RecordType == "SheetView")));
        Assert.Equal(2, (await desk.Open(Url)).QuerySelectorAll("input[name='Form.Columns'][checked]").Length);
        Assert.Equal(12, (await office.Open(Url)).QuerySelectorAll("input[name='Form.Columns'][checked]").Length);
    }

    [Fact]
    public async Task No_column_at_all_is_refused()
    {
        var desk = await As(Role.SupervisionDesk, House.Office);
        await (await desk.SendForm(await desk.Open(Url), Url)).Refuses("Columns", "请至少选一列");
        Assert.False(await App.Read(db => db.SheetViews.AnyAsync()));
    }

    [Fact]
    public async Task Only_who_supervises_has_a_sheet() => await (await As(Role.DepartmentHead, House.General)).IsShut(Url, HttpStatusCode.Forbidden);
}
