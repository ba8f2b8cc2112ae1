using AngleSharp.Dom;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.People.RosterImport;
using Exemplar.People.TermImport;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.TermImport;

/// <summary>What is said of columns and names on the page, and what is known of them afterwards.</summary>
public sealed class TermWordsTests : TermHouse
{
    private const string TwoDays = """
        # 换届
        党支部|甲日|乙日|任期|书记
        第一党支部|2023-05-12|2023-05-20|3|张三
        第二党支部|2024-03-01|2024-03-25|3|赵六
        """;

    private const string ByContents = """
        # 换届
        党支部|开会选的那天|任期|书记|手机
        第一党支部|2023-05-12|3|张三|13800000000
        """;

    private const string ShortNames = """
        # 换届
        党支部|换届时间|书记
        二党部|2024-03-01|赵六
        """;

    private Task<IDocument> Say(string url, IDocument page, params (string, string)[] said) => Send(url, page, [("Form.Choice", "Recheck"), .. said]);

    private async Task<IDocument> Send(string url, IDocument page, (string, string)[] fields) => await (await Committee.SubmitForm(page, url, "main form[method=post]", fields)).Leads(Committee, "已按您填的重新核对");

    private static int IndexOf(IDocument page, string fields, string value) => page.QuerySelectorAll($"input[name^='{fields}'][type=hidden]").Select((k, i) => (k, i)).Single(x => x.k.GetAttribute("value") == value).i;

    [Fact]
    public async Task A_column_that_was_not_used_is_said_on_the_page_and_the_sheet_is_read_again_with_nothing_typed_lost()
    {
        var url = await Upload(TwoDays);
        var page = await Committee.Open(url);
        Assert.Contains("没有用到的列：甲日、乙日", Text(page), StringComparison.Ordinal);
        Assert.Contains("导入换届 0 次，登记任职 0 项，没有说清 2 次", Text(page), StringComparison.Ordinal);
        Assert.Contains("2023-05-12、2024-03-01", Text(page), StringComparison.Ordinal);   // what stands in it, to tell

        await Say(url, page, ($"Form.Columns[{IndexOf(page, "Form.Columns", "甲日")}].Is", "Elected"), ($"Form.Columns[{IndexOf(page, "Form.Columns", "乙日")}].Is", "Unneeded"), ($"Form.Rows[{IndexOf(page, "Form.Rows", "换届!3")}].Day", "2024-03-02"));
        page = await Committee.Open(url);
        Assert.Contains("导入换届 2 次，登记任职 2 项。", Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("没有用到的列：", Text(page), StringComparison.Ordinal);
        Assert.Contains("换届时间（说过的）", Text(page), StringComparison.Ordinal);
        await Confirm(url);
        Assert.Equal(new DateOnly(2023, 5, 12), await ElectedOn(House.FirstBranch));
        Assert.Equal(new DateOnly(2024, 3, 2), await ElectedOn(House.SecondBranch));   // typed before the column was known
    }

    [Fact]
    public async Task What_was_said_of_a_column_is_remembered_for_the_next_file_logged_and_may_be_said_otherwise()
    {
        var url = await Upload(TwoDays);
        var page = await Committee.Open(url);
        await Say(url, page, ($"Form.Columns[{IndexOf(page, "Form.Columns", "甲日")}].Is", "Elected"));
        await Confirm(url);
        var word = await App.Read(db => db.OfficeWords.SingleAsync());
        Assert.Equal(("甲日", WordSort.TermColumn, "Elected", House.Office.Id), (word.Word, word.Sort, word.Meaning, word.OfficeId));
        Assert.Equal(["posts.appoint"], await LogOf(word.Id));

        url = await Upload(TwoDays.Replace("2023-05-12", "2020-05-15", StringComparison.Ordinal));
        page = await Committee.Open(url);
        Assert.Contains("导入换届 1 次", Text(page), StringComparison.Ordinal);
        await Say(url, page, ($"Form.Columns[{IndexOf(page, "Form.Columns", "甲日")}].Is", "Unneeded"));
        Assert.Contains("“乙日”一列按内容当作换届时间", Text(await Committee.Open(url)), StringComparison.Ordinal);   // the only one left
    }

    [Fact]
    public async Task What_was_said_of_a_column_is_known_though_the_file_was_given_up()
    {
        var url = await Upload(TwoDays);
        var page = await Committee.Open(url);
        await Say(url, page, ($"Form.Columns[{IndexOf(page, "Form.Columns", "甲日")}].Is", "Elected"));
        await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "GiveUp"))).Leads(Committee, "已取消");
        Assert.Equal(["posts.appoint"], await LogOf(await App.Read(db => db.OfficeWords.Where(w => w.Sort == WordSort.TermColumn).Select(w => w.Id).SingleAsync())));

        page = await Committee.Open(await Upload(TwoDays));
        Assert.Contains("导入换届 2 次", Text(page), StringComparison.Ordinal);
        Assert.Contains("换届时间（说过的）", Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_column_of_days_is_proposed_as_the_day_of_election_told_and_remembered_and_private_columns_do_not_wait()
    {
        var url = await Upload(ByContents);
        Assert.DoesNotContain("13800000000", await App.Read(db => db.HandedInTerms.Select(t => t.Content).SingleAsync()), StringComparison.Ordinal);
        var page = await Committee.Open(url);
        Assert.Contains("“开会选的那天”一列按内容当作换届时间", Text(page), StringComparison.Ordinal);
        Assert.Contains("已略去不需要的列：手机", Text(page), StringComparison.Ordinal);
        await Confirm(url);
        Assert.Equal(new DateOnly(2023, 5, 12), await ElectedOn(House.FirstBranch));
        Assert.Equal("开会选的那天", await App.Read(db => db.OfficeWords.Select(w => w.Word).SingleAsync()));
    }

    [Fact]
    public async Task Words_that_leave_nothing_to_read_are_refused_and_the_sheet_is_read_as_before()
    {
        var url = await Upload(ByContents);
        var page = await Committee.Open(url);
        var answer = await Committee.SubmitForm(page, url, "main form[method=post]", ("Form.Choice", "Recheck"), ("Form.Columns[0].Is", "Private"));
        await answer.Refuses("", "请从列表中选择这一列是什么");
        Assert.Contains("导入换届 1 次", Text(await Committee.Open(url)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_name_said_for_the_registers_of_meetings_is_not_asked_again()
    {
        await App.Given(new OfficeWord { OfficeId = House.Office.Id, Sort = WordSort.Unit, Word = OfficeWords.KeyOfUnit("二党部"), UnitId = House.SecondBranch.Id });
        var page = await Committee.Open(await Upload(ShortNames));
        Assert.Contains("导入换届 1 次，登记任职 1 项。", Text(page), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("select[name^='Form.Units']"));
    }

    [Fact]
    public async Task The_buttons_say_what_becomes_of_what_is_open_and_do_it()
    {
        var url = await Upload($"{ShortNames.TrimEnd()}\n第一党支部|2023-05-12|张三");
        var page = await Committee.Open(url);
        Assert.Equal(["先导入其余 1 次，没有说清的 1 次以后再定", "按下面补上的重新核对", "取消，换一份文件"], page.QuerySelectorAll(".buttons button").Select(b => b.TextContent));
        Assert.Equal("Recheck", page.QuerySelector(".buttons button.primary")!.GetAttribute("value"));
        await Confirm(url);
        Assert.Equal(new DateOnly(2023, 5, 12), await ElectedOn(House.FirstBranch));
        Assert.Null(await ElectedOn(House.SecondBranch));
    }

    /// <summary>It was shown as it would come out, beside the name: one press confirms both.</summary>
    [Fact]
    public async Task The_nearest_name_is_taken_with_the_confirmation_unless_somebody_says_that_it_is_none()
    {
        var sheet = ShortNames.Replace("二党部", "机关第二党支部会", StringComparison.Ordinal);
        var url = await Upload(sheet);
        var page = await Committee.Open(url);
        Assert.Contains("导入换届 1 次，登记任职 1 项。", Text(page), StringComparison.Ordinal);
        Assert.Equal(["确认导入 1 次", "取消，换一份文件"], page.QuerySelectorAll(".buttons button").Select(b => b.TextContent));

        await (await Committee.SubmitForm(page, url, "main form[method=post]", ("Form.Choice", "Confirm"), ("Form.Units[0].Unit", $"{SaidWord.NoUnit}"))).Leads(Committee, "已按您填的重新核对");
        Assert.Contains("导入换届 0 次，登记任职 0 项，没有说清 1 次", Text(await Committee.Open(url)), StringComparison.Ordinal);
        await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "GiveUp"))).Leads(Committee, "已取消");
        Assert.Null(await ElectedOn(House.SecondBranch));

        url = await Upload(sheet);
        await Confirm(url);
        Assert.Equal(new DateOnly(2024, 3, 1), await ElectedOn(House.SecondBranch));
        Assert.Contains(House.SecondBranch.Id, await App.Read(db => db.Set<OfficeWord>().Select(w => w.UnitId!.Value).ToListAsync()));
    }

    [Fact]
    public async Task The_unit_of_the_nearest_name_is_chosen_already_and_what_is_confirmed_is_known_to_the_registers_of_meetings()
    {
        var sheet = ShortNames.Replace("二党部", "机关第二党支部会", StringComparison.Ordinal);
        var url = await Upload(sheet);
        var page = await Committee.Open(url);
        Assert.Equal(House.SecondBranch.Id.ToString(), page.QuerySelector("select[name='Form.Units[0].Unit'] option[selected]")!.GetAttribute("value"));
        Assert.Contains("名称最接近的已经选好，请核对", Text(page), StringComparison.Ordinal);

        await Send(url, page, [("Form.Choice", "Recheck"), ("Form.Units[0].Unit", House.FirstBranch.Id.ToString())]);
        page = await Committee.Open(url);
        Assert.Equal(House.FirstBranch.Id.ToString(), page.QuerySelector("select[name='Form.Units[0].Unit'] option[selected]")!.GetAttribute("value"));   // and may be chosen otherwise
        await Send(url, page, [("Form.Choice", "Recheck"), ("Form.Units[0].Unit", House.SecondBranch.Id.ToString())]);
        await Confirm(url);
        Assert.Equal(new DateOnly(2024, 3, 1), await ElectedOn(House.SecondBranch));

        var register = await Committee.SubmitFile("/meetings/past", "Form.File", "台账.xlsx", WorkbookText.Bytes("# 台账\n支部|时间|会议类型|主题\n机关第二党支部会|2026-02-03|主题党日|学习"));
        var preview = await Committee.Open(register.Headers.Location!.OriginalString);
        Assert.Contains("导入 1 次会议，没有说清 0 次", Text(preview), StringComparison.Ordinal);
    }
}
