using CsCheck;
using Exemplar.Documents.Sheets;
using Exemplar.Meetings.Past;
using Exemplar.People.RosterImport;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Past;

public sealed class PastReaderTests
{
    public static TheoryData<string> Registers => [.. WrittenRegister.In("Files").Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Registers))]
    public void A_register_is_read_as_a_careful_reader_would(string name)
    {
        var register = WrittenRegister.In("Files").Single(r => r.Name == name);

        Assert.Equal(register.Expected.Select(Comparable), register.Said().Zip(register.Expected.Concat(Enumerable.Repeat("", 100)), Nearer).Select(Comparable));
    }

    private sealed record Printed(int Day, int Kind, int Branch, int DateStyle, int Word, int Names);

    private static readonly (string Kind, string[] Words)[] Kinds =
        [("members", ["党员大会", "支部党员大会", "支部大会"]), ("committee", ["支委会", "支部委员会", "支委会议"]), ("lecture", ["党课", "上党课"]), ("party-day", ["主题党日", "党员活动日", "支部主题党日"])];

    private static readonly string[] Branches = ["第一党支部", "第二党支部", "离退休党支部"];

    private static string Written(DateOnly day, int style) => style switch
    {
        0 => $"{day.Month}月{day.Day}日",
        1 => $"'{day.Month}.{day.Day}",
        2 => day.ToString("yyyy-MM-dd"),
        3 => $"{day.Year}年{day.Month}月{day.Day}日下午3:00",
        4 => day.ToString("yyyyMMdd"),
        _ => $"{day.Year}.{day.Month}.{day.Day}（周五）",
    };

    /// <summary>Cells of days and of numbers put together from what offices write, in any order: no line twice in one place, and never a failure.</summary>
    [Fact]
    public void Whatever_stands_in_a_cell_of_days_and_in_the_numbers_beside_it_is_read_to_its_end()
    {
        string[] said = ["一组1.15", "二组2.14", "三组未开", "3月3日（补2月）", "3.18，5人", "4月2日 应到6实到5", "拟5.20", "2月30日", "15日", "研究"], counts = ["7", "6人", "一组5", "应到6实到5", "（"];
        var (cells, beside) = (Gen.Int[0, said.Length - 1].Select(i => said[i]), Gen.Int[0, counts.Length - 1].Select(i => counts[i]));
        Gen.Select(cells.List[0, 4], beside.List[0, 4]).Sample((days, numbers) =>
        {
            var book = $"# 汇总\n支部|党小组会时间|党小组会人数|支委会|党课\n一支部|{string.Join('，', days)}|{string.Join('、', numbers)}|1月9日|1月10日";
            var read = PastReader.Read("2025年汇总.xlsx", SheetReader.ReadAll(WorkbookText.Bytes(book)).Value!, Exemplar.Meetings.MeetingKinds.Read(), WrittenRegister.Today).Value!;

            Assert.Equal(read.Lines.Count, read.Lines.Select(l => l.Key).Distinct().Count());
            Assert.Equal(["2025-01-09 committee", "2025-01-10 lecture"], read.Lines.TakeLast(2).Select(l => $"{l.Days?.First:yyyy-MM-dd} {l.Kind}"));
        }, iter: 2000);
    }

    /// <summary>However a register is laid out (branch in a column, in sections or one to a sheet), what was printed is read back.</summary>
    [Fact]
    public void Printed_meetings_are_read_back()
    {
        var meetings = (from day in Gen.Int[0, 364]
                        from kind in Gen.Int[0, 3]
                        from branch in Gen.Int[0, 2]
                        from style in Gen.Int[0, 5]
                        from word in Gen.Int[0, 2]
                        from names in Gen.Int[0, 30]
                        select new Printed(day, kind, branch, style, word, names)).List[1, 12];
        Gen.Select(meetings, Gen.Int[0, 2]).Sample((printed, layout) =>
        {
            var book = new System.Text.StringBuilder();
            var serial = 0;   // two rows of one number and one day are one meeting over two rows
            foreach (var (n, sheet) in printed.GroupBy(p => layout == 2 ? p.Branch : 0).Index())
            {
                book.Append($"# {(layout == 2 ? Branches[sheet.Key] : $"表{n}")}\n2025年“三会一课”登记表\n序号|{(layout == 0 ? "支部|" : "")}时间|类型|主题|人数\n");
                foreach (var section in sheet.GroupBy(p => layout == 1 ? p.Branch : 0))
                {
                    if (layout == 1) book.Append($"{Branches[section.Key]}|\n");
                    foreach (var p in section) book.Append($"{++serial}|{(layout == 0 ? $"{Branches[p.Branch]}|" : "")}{Written(new DateOnly(2025, 1, 1).AddDays(p.Day), p.DateStyle)}|{Kinds[p.Kind].Words[p.Word % Kinds[p.Kind].Words.Length]}|主题{p.Names}|{p.Names}人\n");
                }
            }
            var read = PastReader.Read("登记表.xlsx", SheetReader.ReadAll(WorkbookText.Bytes(book.ToString())).Value!, Exemplar.Meetings.MeetingKinds.Read(), WrittenRegister.Today).Value!;

            Assert.Equal(printed.Select(p => $"{new DateOnly(2025, 1, 1).AddDays(p.Day):yyyy-MM-dd} {Kinds[p.Kind].Kind} {Branches[p.Branch]} 主题{p.Names} {p.Names}").Order(StringComparer.Ordinal),
                read.Lines.Select(l => $"{l.Days?.First:yyyy-MM-dd} {l.Kind} {l.Unit} {l.Topic} {l.Came.Present}").Order(StringComparer.Ordinal));
        }, iter: 200);
    }

    /// <summary>A title may call the branch by more words than it needs: 机关第一党支部 for 第一党支部 is right.</summary>
    private static string Nearer(string said, string expected) =>
        WrittenRegister.Meeting(said) is { } a && WrittenRegister.Meeting(expected) is { } b && a.Unit.EndsWith(b.Unit, StringComparison.Ordinal) && b.Unit.Length > 0
            ? said.Replace(said.Split(" | ")[3], expected.Split(" | ")[3], StringComparison.Ordinal) : said;

    private static string Comparable(string line) => WrittenRegister.Meeting(line) is { } m ? $"{m.Place} | {m.Day} | {m.Kind} | {RosterUnits.Key(m.Unit)} | {m.Topic} | {m.Numbers}" : line;
}
