using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Exemplar.Platform.Security;
using Exemplar.Tests.Campaigns;
using Exemplar.Tests.Support;
using Exemplar.Tests.Tasks;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace Exemplar.Tests.Documents;

/// <summary>
/// Every door that takes a file, and every kind of file that nobody should hand in: refused in a sentence at its field or taken as
/// what it is, never a failure, and in little memory. What each took is printed.
/// </summary>
[Collection(MeasuredAlone.Name)]
public sealed class HostileFilesTests(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>Everything allocated while the file is answered, by the test's own browser as well: an upper bound of what is held at once.</summary>
    private const long MostBytes = 64 << 20;

    /// <summary>Whose file is kept as it is and never opened.</summary>
    private const string Attachments = "ReportTask";

    private readonly TestApp app = new();
    private readonly Dictionary<string, (HttpClient Browser, string Url, (string Name, string Value)[] Answers)> doors = [];

    // In the order in which a door's file is looked at: name, signature, package, content.
    private static readonly Dictionary<string, (string Name, Func<byte[]> Content)> Files = new()
    {
        ["empty"] = ("方案.docx", () => []),
        ["program"] = ("run.exe", () => [0x4D, 0x5A, 0, 0]),
        ["no extension"] = ("方案", () => "一、"u8.ToArray()),
        ["a path and direction marks in its name"] = ("../../\u202Egnp.x\0lsx", () => "PK"u8.ToArray()),
        ["a name as long as a disk allows"] = (new string('长', 250) + ".xlsx", () => [1, 2, 3]),
        ["picture named docx"] = ("图.docx", () => [0x89, .. "PNG\r\n"u8]),
        ["text named xlsx"] = ("表.xlsx", () => "姓名,性别"u8.ToArray()),
        ["program named csv"] = ("表.csv", () => [0x4D, 0x5A, 0, 0, 1]),
        ["prose named csv"] = ("表.csv", () => "一、总体要求,二、任务"u8.ToArray()),
        ["macros"] = ("表.xlsm", () => new SheetBuilder().Row("姓名", "性别").Bytes(("xl/vbaProject.bin", "x"))),
        ["macros inside"] = ("表.xlsx", () => new SheetBuilder().Row("姓名", "性别").Bytes(("xl/vbaProject.bin", "x"))),
        ["encrypted"] = ("表.xlsx", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]),
        ["old xls cut off"] = ("表.xls", () => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", "Sheets", "old.xls"))[..5000]),
        ["cut zip"] = ("文.docx", () => new DocxBuilder().Paragraph("一").Build()[..60]),
        ["entry flood"] = ("文.docx", () => Zip(Enumerable.Range(0, 20_000).Select(i => ($"x{i}", "")))),
        ["bomb in a document"] = ("文.docx", () => new DocxBuilder().Part("word/document.xml", new byte[200 << 20]).Build()),
        ["bomb in a sheet"] = ("表.xlsx", () => Zip([("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='1'/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<r><Relationship Id='1' Target='s.xml'/></r>"), ("xl/s.xml", $"<worksheet><sheetData><row><c t='str'><v>{new string('x', 200 << 20)}</v></c></row></sheetData></worksheet>")])),
        ["document type"] = ("文.docx", () => new DocxBuilder().Build("<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>")),
        ["half surrogate"] = ("文.txt", () => [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]),
        ["wrong encoding"] = ("文.txt", () => [0x81, 0x20, 0xFF, 0xFF, 0x81]),
        ["formulas"] = ("表.xlsx", () => new SheetBuilder().Row("姓名", "=HYPERLINK(\"http://x\")", "+86").Bytes()),
        ["lines of 5,000 characters"] = ("文.txt", () => Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(new string('字', 5000), 60)))),
        ["2 MB and a byte"] = ("文.txt", () => [.. Enumerable.Repeat((byte)'a', (2 << 20) + 1)]),
        ["11 MB"] = ("文.docx", () => new byte[11 << 20]),
    };

    /// <summary>The form types that take a file; a new one fails here until it stands among the doors.</summary>
    [Fact]
    public void Every_form_that_takes_a_file_is_a_door_here()
    {
        var forms = typeof(Program).Assembly.GetTypes().Where(t => t.GetProperties().Any(p => typeof(IFormFile).IsAssignableFrom(p.PropertyType) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(p.PropertyType)));
        Assert.Equal(doors.Keys.Order(), forms.Select(f => f.DeclaringType?.Name ?? f.Name).Distinct().Order());
    }

    [Fact]
    public async Task Whatever_is_handed_in_is_refused_in_a_sentence_or_taken_and_never_fails()
    {
        List<string> wrong = [];
        foreach (var (what, (name, make)) in Files)
        {
            var content = make();
            foreach (var (door, (browser, url, answers)) in doors)
            {
                var (before, begun) = (GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
                var answer = await browser.SubmitFile(url, "Form.File", name, content, answers);
                var (bytes, took) = (GC.GetTotalAllocatedBytes() - before, Stopwatch.GetElapsedTime(begun));
                var said = answer.StatusCode == HttpStatusCode.UnprocessableEntity ? (await answer.Read()).ErrorAt("File") ?? "" : "";
                output.WriteLine($"{what,-40} {door,-14} {(int)answer.StatusCode} {took.TotalMilliseconds,5:0} ms {bytes >> 10,6} KiB  {said}");
                if (bytes > MostBytes) wrong.Add($"{what} at {door}: {bytes >> 20} MiB");
                if (answer.StatusCode is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.Redirect)) wrong.Add($"{what} at {door}: {(int)answer.StatusCode}");
                if (answer.StatusCode == HttpStatusCode.UnprocessableEntity && !said.Any(c => c is >= '\u4e00' and <= '\u9fff')) wrong.Add($"{what} at {door}: no sentence at the file");
                if (answer.StatusCode == HttpStatusCode.Redirect && door != Attachments && what is not ("lines of 5,000 characters" or "formulas")) wrong.Add($"{what} at {door}: taken");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static byte[] Zip(IEnumerable<(string Name, string Content)> entries)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }
        return file.ToArray();
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        var given = await GivenCampaign.Open(app);
        var task = await GivenTask.Issued(app, given.House, "梳理服务事项", new(2026, 3, 31), given.House.General);
        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));
        var committee = app.As(await given.House.Account("机关党委", (Role.CommitteeOffice, given.House.Office)));
        doors["ReadPlan"] = (given.Office, $"{given.Address}/plan", []);
        doors["UploadRoster"] = (committee, "/people/import", []);
        doors["UploadRegister"] = (committee, "/meetings/past", []);
        doors["ReturnRosterSheets"] = (committee, "/people/sheets", []);
        doors["UploadTerms"] = (committee, "/terms/import", []);
        doors["ReturnSheets"] = (committee, "/meetings/sheets", []);
        doors["UploadBlank"] = (given.Office, "/forms/new", []);
        doors[Attachments] = (head, $"/assignments/{task.Assignments[0].Id}/report", [("Form.Text", "见附件"), ("Form.Finish", "false")]);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}

/// <summary>What the whole process allocates can only be asked while no other test runs: these run after all others, one by one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "Measured alone";
}
