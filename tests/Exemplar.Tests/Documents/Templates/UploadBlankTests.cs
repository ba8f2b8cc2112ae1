using System.IO.Compression;
using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Documents.Templates;

public sealed class UploadBlankTests : FormTests
{
    private const string Url = "/forms/new";

    [Fact]
    public async Task A_blank_is_kept_as_it_came_logged_and_leads_to_pointing()
    {
        var blank = Blanks.LabelledLineAndTotal();
        var answer = await Clerk.SubmitFile(Url, "Form.File", "附件2.xlsx", blank);

        var point = answer.Headers.Location!.OriginalString;
        await answer.Leads(Clerk, "找到 7 处可填的地方");
        var template = await Template(point);
        Assert.Equal("重点任务进展情况汇总表", template.Title);
        Assert.Equal(["forms.fill"], await LogOf(template.Id));
        var file = await App.Read(db => db.Files.SingleAsync(f => f.Id == template.FileId));
        Assert.Equal(blank, await File.ReadAllBytesAsync(Path.Combine(App.DataFolder, "files", file.Sha256[..2], file.Sha256)));
    }

    [Fact]
    public async Task Another_copy_with_other_dates_rows_and_name_is_recognised_and_is_the_one_that_is_filled()
    {
        var form = await Pointed(March(2026, 3, 3));
        var answer = await Clerk.SubmitFile(Url, "Form.File", "4月报表.xlsx", March(2026, 4, 6));

        Assert.Equal(form, answer.Headers.Location!.OriginalString);
        await answer.Leads(Clerk, "认得这张表：2026年3月任务表");
        Assert.Equal(1, await App.Read(db => db.FormTemplates.CountAsync()));
        Assert.Equal("2026年4月任务表", FilledFile.Cells(await Filled(await Clerk.Submit(form)))["A1"]);

        static byte[] March(int year, int month, int rows) => BlankWorkbook.Build(new BlankSheet($"{month}月")
            .Put("A1", 4, $"{year}年{month}月任务表").Merge("A1:C1").Put("A2", 0, $"截止日期：{year}年{month}月25日").Put("A3", 2, "序号", "任务名称", $"{month}月进展").Draw($"A4:C{3 + rows}", 1));
    }

    [Fact]
    public async Task The_same_form_sent_twice_keeps_one_and_with_another_blank_is_refused_once()
    {
        var page = await Clerk.Open(Url);
        var first = await Send(page, Blanks.SingleHeading());
        var second = await Send(page, Blanks.SingleHeading());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await App.Read(db => db.Files.CountAsync()));
        await (await Send(page, Blanks.TwoTables())).Refuses("", "这张表刚才已经交过另一份空表");
        Assert.Equal(1, await App.Read(db => db.FormTemplates.CountAsync()));
    }

    [Theory]
    [InlineData(".xlsx", "空表.xlsx")]
    [InlineData("q.docx", "q.xlsx")]
    public async Task What_is_kept_is_named_by_what_it_is(string given, string kept)
    {
        var form = await Pointed(Blanks.SingleHeading(), given);
        Assert.Equal(kept, await App.Read(db => db.Files.Select(f => f.Name).SingleAsync()));
        Assert.True((await Clerk.GetAsync(form)).IsSuccessStatusCode);
    }

    public static TheoryData<string, byte[], string> Hostile() => new()
    {
        { "a.xlsx", [], "文件是空的" },
        { "a.xlsm", [1], "不收带宏的文件" },
        { "a.xls", [1], "请用 WPS 或 Office 另存为" },
        { "a.pdf", [1], "只收 .xlsx 和 .docx" },
        { "a.xlsx", "%PDF-1.7"u8.ToArray(), "文件扩展名是 .xlsx，内容却不是" },
        { "a.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "文件加了密码，或是旧版格式" },
        { "a.xlsx", "PK\u0003\u0004 rubbish"u8.ToArray(), "文件已损坏" },
        { "a.xlsx", new byte[(2 * 1024 * 1024) + 1], "文件超过 2 MB" },
        { "a.xlsx", Zip(("xl/workbook.xml", "<x/>"), ("xl/vbaProject.bin", "x")), "不收带宏的文件" },
        { "a.xlsx", Zip(("a.txt", "x")), "这不是 Excel 表格，也不是 Word 文档" },
        { "a.docx", new DocxBuilder().Paragraph("单位：").Build("<!DOCTYPE x [<!ENTITY a \"b\">]>"), "文件已损坏" },
        { "a.docx", new DocxBuilder().Part("word/document.xml", new byte[33 << 20]).Build(), "文件展开后超过 32 MB" },
        { "a.docx", new DocxBuilder().Xml(string.Concat(Enumerable.Repeat("<w:tbl>", 300)) + string.Concat(Enumerable.Repeat("</w:tbl>", 300))).Build(), "表格太大" },
        { "a.docx", new DocxBuilder().Xml(string.Concat(Enumerable.Repeat("<w:p/>", 400_001))).Build(), "表格太大" },
        { "a.xlsx", BlankWorkbook.Build(new BlankSheet("S").Put("A1", 1, "序号", "任务", "时限").Draw("A2:C3", 1).Merge("A4:XFD1048576")), "合并的单元格太多" },
        { "a.xlsx", BlankWorkbook.Build(new BlankSheet("S").Put("A1", 1, "关于做好工作的通知。")), "没有找到可填的地方" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task What_is_no_blank_is_refused_in_words_at_its_field_and_nothing_is_kept(string name, byte[] file, string sentence)
    {
        await (await Clerk.SubmitFile(Url, "Form.File", name, file)).Refuses("File", sentence);
        Assert.Equal(0, await App.Read(db => db.FormTemplates.CountAsync()));
        Assert.Equal(0, await App.Read(db => db.Files.CountAsync()));
    }

    [Fact]
    public async Task Nothing_handed_in_is_refused() => await (await Clerk.SubmitForm(await Clerk.Open(Url), Url, "main form")).Refuses("File", "请选择文件");

    [Fact]
    public async Task Whoever_may_not_fill_hands_nothing_in() => await (await As(Role.Member, House.General)).IsShut(Url, HttpStatusCode.Forbidden);

    private async Task<HttpResponseMessage> Send(AngleSharp.Dom.IDocument page, byte[] blank)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in Pages.Kept(page.QuerySelector("main form")!)) body.Add(new StringContent(value), name);
        body.Add(new ByteArrayContent(blank), "Form.File", "空表.xlsx");
        return await Clerk.PostAsync(Url, body);
    }

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }
        return file.ToArray();
    }
}
