using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Documents.Templates;

public sealed class FillFormTests : FormTests
{
    [Fact]
    public async Task The_filled_form_comes_back_with_what_the_office_knows()
    {
        var form = await Pointed(Blanks.LabelledLineAndTotal(), "附件2.xlsx");
        var answer = await Clerk.Submit(form);

        Assert.Equal("附件2（已填）.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        var cells = FilledFile.Cells(await Filled(answer));
        Assert.Equal("填报单位（盖章）：临江市人民政府办公室  填报日期：2026年3月10日", cells["A2"]);
        Assert.Equal(("1", "梳理服务事项", "综合科", "已开两次碰头会"), (cells["A4"], cells["B4"], cells["C4"], cells["D4"]));
        Assert.Equal(("2", "=压减文件", "秘书科"), (cells["A5"], cells["B5"], cells["C5"]));
        Assert.False(cells.ContainsKey("D5"));
    }

    [Fact]
    public async Task Units_and_a_period_narrow_it_down()
    {
        var form = await Pointed(Blanks.TwoRowHeading());

        var own = FilledFile.Cells(await Filled(await Clerk.Submit(form, ("Form.Answers", $"unit:{House.General.Id}"))));
        Assert.Equal(("梳理服务事项", "综合科", "秘书科", "46112", "办理中"), (own["B4"], own["C4"], own["D4"], own["E4"], own["F4"]));
        Assert.False(own.ContainsKey("B5"));

        var april = FilledFile.Cells(await Filled(await Clerk.Submit(form, ("Form.From", "2026-04-01"), ("Form.To", "2026-04-30"))));
        Assert.Equal("=压减文件", april["B4"]);
        Assert.False(april.ContainsKey("B5"));
    }

    [Fact]
    public async Task Nobody_gets_tasks_that_they_may_not_see()
    {
        var form = await Pointed(Blanks.TwoRowHeading());
        var head = await As(Role.DepartmentHead, House.General);

        var cells = FilledFile.Cells(await Filled(await head.Submit(form)));

        Assert.Equal(("梳理服务事项", "综合科"), (cells["B4"], cells["C4"]));
        Assert.False(cells.ContainsKey("D4"));   // the other department's share is not theirs to see
        Assert.False(cells.ContainsKey("B5"));
    }

    [Fact]
    public async Task A_word_form_gets_fields_and_lists_too()
    {
        var form = await Pointed(Blanks.LandscapeList(), "附件.docx");
        var lines = FilledFile.Lines(await Filled(await Clerk.Submit(form, ("Form.Answers", $"unit:{House.General.Id}"))));
        Assert.Equal(["附件2", "填报单位：综合科　　　　　填报时间：2026年3月10日", "序号 | 任务 | 牵头单位 | 完成时限 | 办理情况", "1 | 梳理服务事项 | 综合科 | 2026年3月31日 | 已开两次碰头会"], lines);
    }

    [Fact]
    public async Task Each_filling_is_a_record_and_the_same_press_twice_is_one()
    {
        var form = await Pointed(Blanks.SingleHeading());
        var page = await Clerk.Open(form);
        var first = await Filled(await Clerk.SubmitForm(page, form, "main form"));
        Assert.Equal(FilledFile.Cells(first), FilledFile.Cells(await Filled(await Clerk.SubmitForm(page, form, "main form"))));

        var filling = await App.Read(db => db.FormFillings.SingleAsync());
        Assert.Equal(["forms.fill"], await LogOf(filling.Id));
    }

    [Fact]
    public async Task A_form_that_was_taken_away_is_not_printed_yet_for_the_first_hour()
    {
        await Filled(await Committee.Submit(await Pointed(Blanks.SingleHeading())));
        Assert.Equal(1, await App.Read(db => db.FormFillings.CountAsync()));
        Assert.Equal("还没做", (await Committee.Open("/first-hour")).QuerySelector("#print .badge")!.TextContent);
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_and_a_unit_of_another_office_are_refused()
    {
        var form = await Pointed(Blanks.SingleHeading());
        await (await Clerk.Submit(form, ("Form.From", "2026-04-01"), ("Form.To", "2026-03-01"))).Refuses("To", "结束日期不能早于开始日期");
        await (await Clerk.Submit(form, ("Form.Answers", $"unit:{House.OtherOffice.Id}"))).Refuses("", "有一个选项不在您的范围内");
        Assert.Equal(0, await App.Read(db => db.FormFillings.CountAsync()));
    }

    [Fact]
    public async Task Before_it_is_pointed_it_leads_to_pointing_and_gives_no_file()
    {
        var form = (await Clerk.SubmitFile("/forms/new", "Form.File", "空表.xlsx", Blanks.SingleHeading())).Headers.Location!.OriginalString[..^"/point".Length];
        Assert.Equal($"{form}/point", (await Clerk.GetAsync(form)).Headers.Location!.OriginalString);
        await (await Clerk.SendForm(await Clerk.Open("/forms/new"), form)).Refuses("", "这张表还没有指明各栏填什么");
    }

    [Fact]
    public async Task Both_doors_are_shut_to_another_office_to_members_and_for_unknown_forms()
    {
        var form = await Pointed(Blanks.SingleHeading());
        await (await As(Role.Member, House.General)).IsShut(form, HttpStatusCode.Forbidden);
        await (await As(Role.CampaignOffice, House.OtherOffice)).IsShut(form, HttpStatusCode.NotFound);
        await Clerk.IsShut($"/forms/{Guid.CreateVersion7()}", HttpStatusCode.NotFound);
    }
}
