using Exemplar.Documents.Sheets;
using Exemplar.Kernel;
using Exemplar.Meetings;
using Exemplar.Meetings.BranchSheets;
using Exemplar.Meetings.Past;
using Exemplar.Organization;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.BranchSheets;

/// <summary>What people do to a sheet, and the answer at its place. February 2026, on 10 March; 甲 to 丁 in rows 5 to 8 of the roll.</summary>
public sealed class ReturnedSheetReaderTests
{
    private const string Meetings = "会议", Roll = "到会";
    private static readonly MeetingKinds Kinds = MeetingKinds.Read();
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly Unit Branch = Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "第一党支部", null, 1, 1).Value!;
    private static readonly byte[] Blank = Written(new(PeriodKind.Month, new(2026, 2, 1)), ["陈建国", "李娜", "周明", "吴芳"]);

    private static byte[] Written(Period period, IReadOnlyList<string> names, int onRecord = 0)
    {
        List<SheetPerson> people = [.. names.Select(n => new SheetPerson(Guid.CreateVersion7(), n))];
        var mark = new SheetMark(Guid.CreateVersion7(), Today, Branch.Id, period, people, [.. Kinds.In(UnitKind.Branch).Where(k => !k.IsConfirmation).Select(k => new SheetKind(k.Name, k.Key, Branch.Id))]);
        return BranchSheetWriter.Write(new(Branch, mark, [.. people.Select(p => (p, ""))], [.. Enumerable.Range(1, onRecord).Select(n => new SheetMeeting(period.First, "支委会", "已开的", "", null, null, "", "", "", new(4, 4)))]));
    }

    /// <summary>One party day on the 6th, everybody there.</summary>
    private static byte[] One => SheetPen.On(Blank, pen => pen.Put(Meetings, "B5", new DateOnly(2026, 2, 6)).Put(Meetings, "C5", "主题党日").Put(Meetings, "D5", "参观学习"));

    private static (ReturnedSheet Sheet, IReadOnlyList<PastLine> Lines) Read(byte[] file)
    {
        var book = SheetReader.ReadAll(file, SheetMark.Name).Value!;
        return ReturnedSheetReader.Read("表.xlsx", book, SheetMark.Read(book.Marked)!, Kinds, Today);
    }

    private static List<string> Errors(Action<SheetPen> strokes) => [.. Read(SheetPen.On(One, strokes)).Sheet.Errors.Select(e => e.Text)];

    private static List<string> Remarks(Action<SheetPen> strokes) => Read(SheetPen.On(One, strokes)) is var (sheet, _) && sheet.Errors.Count == 0 ? [.. sheet.Remarks.Select(r => r.Text)] : throw new InvalidOperationException(sheet.Errors[0].Text);

    private static PastLine Line(Action<SheetPen> strokes) => Assert.Single(Read(SheetPen.On(One, strokes)).Lines);

    [Fact]
    public void An_empty_sheet_says_nothing_and_a_filled_one_its_meeting()
    {
        Assert.Equal((0, 0, 0), (Read(Blank).Lines.Count, Read(Blank).Sheet.Errors.Count, Read(Blank).Sheet.Remarks.Count));
        var line = Line(_ => { });
        Assert.Equal((new DateOnly(2026, 2, 6), MeetingKind.PartyDay, "参观学习", true, 5), (line.Days!.Value.First, line.Kind, line.Topic, line.Filled!.OthersCame, line.Row));
        Assert.Equal(Branch.Id, line.Filled.UnitId);
    }

    [Theory]
    [InlineData("2.6")]
    [InlineData("2月6日")]
    [InlineData("2月6日下午")]
    [InlineData("2026.2.6")]
    [InlineData("2026年2月6日")]
    [InlineData("6日")]
    [InlineData("20260206")]
    public void A_date_that_is_text_is_read_as_it_is_meant(string text) => Assert.Equal(new(2026, 2, 6), Line(pen => pen.Put(Meetings, "B5", text)).Days!.Value.First);

    [Fact]
    public void A_date_typed_as_a_number_is_read_as_it_is_meant() => Assert.Equal(new(2026, 2, 6), Line(pen => pen.Put(Meetings, "B5", 2.6)).Days!.Value.First);

    [Fact]
    public void What_is_wrong_in_a_row_is_said_at_its_cell()
    {
        Assert.Equal(["“会议”表第 5 行 B 列：“二月初”不是能认出的日期"], Errors(p => p.Put(Meetings, "B5", "二月初")));
        Assert.Equal(["“会议”表第 5 行 B 列：没有日期"], Errors(p => p.Put(Meetings, "B5", null)));
        Assert.Equal(["“会议”表第 5 行 B 列：2026年3月6日不在2026年2月里，请核对日期；是别的时候开的，请填到那一期的表里"], Errors(p => p.Put(Meetings, "B5", new DateOnly(2026, 3, 6))));
        Assert.Equal(["“会议”表第 5 行 C 列：“碰头会”不是列表里的会议类型"], Errors(p => p.Put(Meetings, "C5", "碰头会")));
        Assert.Equal(["“会议”表第 5 行 C 列：没有选会议类型"], Errors(p => p.Put(Meetings, "C5", null)));
        Assert.Equal(["“会议”表第 5 行 G 列：“下午”不是时间，请写成 15:00"], Errors(p => p.Put(Meetings, "G5", "下午")));
        Assert.Equal(["“会议”表第 5 行 H 列：结束时间不在开始时间之后"], Errors(p => p.Put(Meetings, "G5", "15:00").Put(Meetings, "H5", "14:00")));
        Assert.StartsWith("“会议”表第 5 行 L 列：“都来了吧”不是列表里的", Assert.Single(Errors(p => p.Put(Meetings, "L5", "都来了吧"))), StringComparison.Ordinal);
        Assert.Equal(["“会议”表第 5 行 B 列：“…”不是能认出的日期"], Errors(p => p.Put(Meetings, "B5", "13812345678")));
    }

    [Fact]
    public void What_is_wrong_on_the_roll_is_said_at_its_cell()
    {
        Assert.Equal(["“到会”表第 6 行 D 列：“迟了”不是出席、请假、缺席"], Errors(p => p.Put(Roll, "D6", "迟了")));
        Assert.Equal(["“到会”表第 7 行 E 列：这一列选了人，“会议”表里第 2 次会议没有填"], Errors(p => p.Put(Roll, "E7", "请假")));
        Assert.Equal(["“到会”表 D 列：第 1 次会议没有人选“出席”。请选上，或者把“会议”表第 5 行的“其余人员”选成“其余都出席”"], Errors(p => p.Put(Meetings, "L5", "只算选了的").Put(Roll, "D6", "请假")));
    }

    [Fact]
    public void A_name_that_is_not_on_the_list_is_told_at_its_cell()
    {
        Assert.Equal(["“会议”表第 5 行 I 列：“王主任”不在名单里，只留在填报表内容里", "“会议”表第 5 行 K 列：“党校教授”不在名单里，按外请的授课人记作列席"],
            Remarks(p => p.Put(Meetings, "I5", "王主任").Put(Meetings, "J5", "李 娜").Put(Meetings, "K5", "党校教授")));
    }

    [Fact]
    public void Words_that_mean_the_same_are_taken()
    {
        var filled = Line(p => p.Put(Roll, "D5", "到").Put(Roll, "D6", "病假").Put(Roll, "D7", "√").Put(Roll, "D8", "无故缺席")).Filled!;
        Assert.Equal((2, 1, 1), (filled.Present.Count, filled.Excused.Count, filled.Absent.Count));
    }

    [Fact]
    public void A_row_that_was_added_has_no_column_on_the_roll_and_a_deleted_one_is_not_missed()
    {
        Assert.Equal(["“会议”表第 5 行 A 列：这一行没有原来的序号，“到会”表里没有它的一列。请填到有序号的空行里"],
            Errors(p => p.InsertRow(Meetings, 5).Put(Meetings, "B5", "2月3日").Put(Meetings, "C5", "支委会").Put(Meetings, "D5", "研究工作")));
        Assert.Equal(6, Line(p => p.InsertRow(Meetings, 5)).Row);
        var third = SheetPen.On(One, p => p.Put(Meetings, "B7", new DateOnly(2026, 2, 9)).Put(Meetings, "C7", "支委会").Put(Meetings, "D7", "研究").Put(Roll, "F6", "请假").DeleteRow(Meetings, 6));
        Assert.Equal([(5, 0), (6, 1)], Read(third).Lines.Select(l => (l.Row, l.Filled!.Excused.Count)));   // the third stays the third on the roll
    }

    [Fact]
    public void People_whose_row_is_gone_or_whose_name_was_changed_are_told_and_nobody_else_takes_their_marks()
    {
        Assert.Equal(["“到会”表：发出时名单里的“周明”这一行没有了，没有记这个人到会"], Remarks(p => p.DeleteRow(Roll, 7)));
        Assert.DoesNotContain("周明", Line(p => p.DeleteRow(Roll, 7)).Filled!.File, StringComparison.Ordinal);
        Assert.Equal(["“到会”表第 7 行 B 列：“周敏”不在发出时的名单里，或者写了两行，这一行没有读", "“到会”表：发出时名单里的“周明”这一行没有了，没有记这个人到会"], Remarks(p => p.Put(Roll, "B7", "周敏")));
        Assert.Equal(["“到会”表第 9 行 B 列：“王新来”不在发出时的名单里，或者写了两行。写错的请改回原来的名字；新转来的请先编入名册，再发一次表"], Errors(p => p.Put(Roll, "B9", "王新来").Put(Roll, "D9", "出席")));
        var sorted = Line(p => p.Put(Roll, "B5", "吴芳").Put(Roll, "B8", "陈建国").Put(Roll, "D5", "请假")).Filled!;
        Assert.Equal(Read(One).Sheet.People.Single(x => x.Name == "吴芳").Id, Assert.Single(sorted.Excused));
    }

    [Fact]
    public void Headings_that_were_changed_are_understood_where_they_can_be_and_asked_back_where_not()
    {
        Assert.Equal(new(2026, 2, 6), Line(p => p.Put(Meetings, "B4", "开会时间").Put(Meetings, "D4", "会议主题")).Days!.Value.First);
        Assert.Equal(["“会议”表第 4 行：没有“地点”一列，没有读"], Remarks(p => p.Put(Meetings, "F4", "哪儿")));
        Assert.Equal(["“会议”表第 4 行：没有“会议类型”一列。表头改过的请改回原样"], Errors(p => p.Put(Meetings, "C4", "什么")));
        Assert.Equal(["“会议”表第 4 行：没有“日期”一列。表头改过的请改回原样"], Errors(p => p.Put(Meetings, "B4", "几号")));
        Assert.Equal(["“到会”表：没有找到这张表：要有“姓名”一列和按序号排的各列。请从发出的表重新填"], Errors(p => p.RemoveSheet(Roll)));
        Assert.Equal(new(2026, 2, 6), Line(p => p.Rename(Meetings, "2月会议")).Days!.Value.First);
    }

    [Fact]
    public void Formulas_count_by_their_result_and_one_without_is_told()
    {
        Assert.Equal(new(2026, 2, 6), Line(p => p.Formula(Meetings, "B5", "DATE(2026,2,6)", "46059")).Days!.Value.First);
        Assert.Equal(["“会议”表第 5 行 B 列：日期是错误值"], Errors(p => p.Formula(Meetings, "B5", "NOW()", null)));
    }

    [Fact]
    public void Merged_cells_say_the_same_in_each_of_their_rows()
    {
        var two = SheetPen.On(One, p => p.Merge(Meetings, "B5:B6").Put(Meetings, "C6", "支委会").Put(Meetings, "D6", "研究工作"));
        Assert.Equal([(5, 6), (6, 6)], Read(two).Lines.Select(l => (l.Row, l.Days!.Value.First.Day)));
    }

    [Fact]
    public void What_was_not_held_or_is_ahead_is_left_out_with_a_word()
    {
        Assert.Equal(["“会议”表第 5 行：没有收：没有召开（取消）"], Remarks(p => p.Put(Meetings, "B5", "取消")));
        var march = SheetPen.On(Written(new(PeriodKind.Month, new(2026, 3, 1)), ["甲"]), p => p.Put(Meetings, "B5", new DateOnly(2026, 3, 20)).Put(Meetings, "C5", "支委会").Put(Meetings, "D5", "研究"));
        Assert.Equal(["“会议”表第 5 行：没有收：日期在今天之后，是计划，不是记录"], Read(march).Sheet.Remarks.Select(r => r.Text));
    }

    [Fact]
    public void A_sheet_somebody_added_is_not_read_and_locked_rows_are_not_either()
    {
        var file = SheetPen.On(Written(new(PeriodKind.Month, new(2026, 2, 1)), ["甲"], onRecord: 3), p => p.Put(Meetings, "B8", new DateOnly(2026, 2, 6)).Put(Meetings, "C8", "主题党日").Put(Meetings, "D8", "参观"));
        Assert.Equal([8], Read(file).Lines.Select(l => l.Row));
    }

    [Fact]
    public void Three_hundred_people_and_forty_meetings_are_written_and_read()
    {
        List<string> names = [.. Enumerable.Range(0, 300).Select(n => $"{"赵钱孙李周吴郑王冯陈"[n % 10]}{(char)('一' + n)}{(char)('丁' + n / 7)}")];
        string[] kinds = ["支部党员大会", "支委会", "党课", "主题党日"];
        var file = SheetPen.On(Written(new(PeriodKind.Year, new(2025, 1, 1)), [.. names.Distinct()]), pen =>
        {
            for (var n = 0; n < 40; n++)
            {
                pen.Put(Meetings, $"B{5 + n}", new DateOnly(2025, 1, 1).AddDays(n * 9)).Put(Meetings, $"C{5 + n}", kinds[n % 4]).Put(Meetings, $"D{5 + n}", $"第 {n + 1} 次");
                for (var row = 5 + n; row < 300; row += 10) pen.Put(Roll, $"{Sheet.Letter(3 + n)}{row}", row % 2 == 0 ? "请假" : "出席");
            }
        });
        var (sheet, lines) = Read(file);
        Assert.Empty(sheet.Errors);
        Assert.Equal((40, names.Distinct().Count()), (lines.Count, sheet.People.Count));
        Assert.All(lines, (line, n) => Assert.InRange(line.Filled!.Present.Count + line.Filled.Excused.Count, (290 - n) / 10, 30));
        Assert.InRange(file.Length, 10_000, UploadRegister.MostBytes);
    }

    [SofficeFact]
    public void Another_spreadsheet_program_opens_saves_and_nothing_is_lost()
    {
        var filled = SheetPen.On(One, p => p.Put(Meetings, "G5", 15 / 24d).Put(Meetings, "H5", "17:30").Put(Meetings, "I5", "陈建国").Put(Roll, "D6", "请假").Put(Roll, "D8", "缺席")
            .Put(Meetings, "B6", "2月9日").Put(Meetings, "C6", "支委会").Put(Meetings, "D6", "研究工作").Put(Meetings, "L6", "只算选了的").Put(Roll, "E5", "出席"));
        var (before, after) = (Read(filled), Read(Soffice.Resave("xlsx", "xlsx:Calc MS Excel 2007 XML", filled)[0]));

        Assert.Empty(after.Sheet.Errors);
        Assert.Equal(before.Sheet.Issue, after.Sheet.Issue);
        Assert.Equal(before.Sheet.People, after.Sheet.People);
        Assert.Equal(before.Lines.Select(Told), after.Lines.Select(Told));

        static string Told(PastLine line) => $"{line.Row} {line.Days!.Value.First} {line.Kind} {line.Topic} {line.Chair} {line.Filled!.From} {line.Filled.To} {line.Filled.OthersCame} {string.Join(' ', line.Filled.Present)}|{string.Join(' ', line.Filled.Excused)}|{string.Join(' ', line.Filled.Absent)}";
    }

    [SofficeFact]
    public void The_heading_of_the_roll_names_each_meeting_once_it_is_filled_in()
    {
        var roll = SheetReader.ReadAll(Soffice.Resave("xlsx", "xlsx:Calc MS Excel 2007 XML", One)[0]).Value!.Single(s => s.Name == Roll);
        Assert.Equal("2.6\n主题党日", roll.Rows.Single(r => r.Number == 4)[3].Text);
        Assert.Equal(["陈建国", "李娜", "周明", "吴芳"], roll.Rows.Where(r => r.Number > 4).Select(r => r[1].Text));
    }
}
