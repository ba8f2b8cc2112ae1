using Exemplar.Documents.Sheets;
using Exemplar.People;
using Exemplar.People.RosterImport;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.People.RosterImport;

public sealed class RosterReadingTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    public static TheoryData<string> Samples => [.. RosterSamples.All.Keys];

    private static RosterReading Read(byte[] file) => RosterReading.Of(SheetReader.ReadAll(file).Value![0], Today).Value!;

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sheet_is_read_as_a_careful_reader_would(string name)
    {
        var sample = RosterSamples.All[name];
        var reading = Read(sample.File);

        Assert.Equal(sample.Lines, reading.Lines.Select(l =>
            $"{l.Name}|{l.Sex}|{l.BirthMonth:yyyy-MM}|{l.JoinedOn}|{l.ConfirmedOn}|{l.Status}|{l.Branch}|{l.Department}|{l.IsRetired}"));
        Assert.Equal(sample.Findings.Order(), reading.Findings.Select(f => f.Text).Order());
    }

    [Fact]
    public void What_a_remark_says_is_proposed_and_what_it_says_in_vain_is_named()
    {
        var reading = Read(new SheetBuilder().Row("姓名", "出生年月", "入党时间", "转正时间", "政治面貌", "所在支部", "备注")
            .Row("张三", "1960.5", "1990.7", "1991.7", "中共党员", "第一支部", "退休，流动党员")
            .Row("李四", "1995.6", "2025.9", "", "中共党员", "第一支部", "预备党员")
            .Row("王五", "1980.2", "2005.7", "2006.7", "正式党员", "第一支部", "留党察看一年")
            .Row("赵六", "1985.2", "2010.7", "2011.7", "中共党员", "第一支部", "借调市委办；家里有事")
            .Row("钱七", "1985.3", "2010.7", "2011.7", "中共党员", "第一支部", "预备党员").Bytes());

        Assert.Equal([(true, MemberStatus.Full), (null, MemberStatus.Probationary), (null, MemberStatus.OnProbationInParty), (null, MemberStatus.Full), ((bool?)null, (MemberStatus?)MemberStatus.Full)], reading.Lines.Select(l => (l.IsRetired, l.Status)));
        Assert.Equal(["备注里没有用到的：流动党员（第 2 行）、借调（第 5 行）、别的内容（第 5 行）", "第 2 行 G 列：按备注登记为离退休", "第 3 行 G 列：按备注登记为预备党员", "第 4 行 G 列：按备注登记为留党察看", "第 6 行 G 列：备注写预备党员，但有转正时间，按已转正登记"], reading.Findings.Select(f => f.Text).Order(StringComparer.Ordinal).OrderBy(t => t[0] == '第'));
    }

    [Fact]
    public void Who_is_on_trial_where_the_day_of_confirmation_will_stand_is_probationary_and_who_was_transferred_out_is_told()
    {
        var reading = Read(new SheetBuilder().Row("姓名", "出生年月", "入党时间", "转正时间", "政治面貌", "所在支部", "备注")
            .Row("张三", "1995.5", "2025.12.22", "预备期至2026.12.22", "中共党员", "第一支部", "")
            .Row("李四", "1985.6", "2010.9", "2011.9", "中共党员", "第一支部", "2026年5月已转出至某街道").Bytes());

        Assert.Equal([MemberStatus.Probationary, MemberStatus.Full], reading.Lines.Select(l => l.Status!.Value));
        Assert.DoesNotContain(reading.Findings, f => f.IsError);
        Assert.Contains("第 2 行 D 列：按转正时间一栏登记为预备党员", reading.Findings.Select(f => f.Text));
        Assert.Contains("第 3 行 G 列：备注写着转出，这里仍按在册登记；导入以后打开这个人，在“调整科室、支部”里选“调离本单位”，填转出的日期", reading.Findings.Select(f => f.Text));
    }

    [Fact]
    public void Columns_that_nobody_may_store_are_named_and_never_read()
    {
        var header = Read(RosterSamples.All["不该存的列"].File).Header;
        Assert.Equal(["身份证号", "手机号", "月工资"], header.Private);
        Assert.Equal(["学历"], header.Unused);
    }

    [Theory]
    [InlineData("姓  名", RosterColumn.Name)]
    [InlineData("党员姓名*", RosterColumn.Name)]
    [InlineData("出生年月（岁）", RosterColumn.BirthMonth)]
    [InlineData("出生\r\n日期", RosterColumn.BirthMonth)]
    [InlineData("加入党组织日期", RosterColumn.JoinedOn)]
    [InlineData("入党年月", RosterColumn.JoinedOn)]
    [InlineData("转正日期", RosterColumn.ConfirmedOn)]
    [InlineData("党员类别", RosterColumn.Status)]
    [InlineData("政治面貌：", RosterColumn.Status)]
    [InlineData("所在党支部", RosterColumn.Branch)]
    [InlineData("党组织", RosterColumn.Branch)]
    [InlineData("工作单位", RosterColumn.Department)]
    [InlineData("在职／离退休", RosterColumn.Standing)]
    [InlineData("职务/职级", RosterColumn.Post)]
    [InlineData("身份证号码", RosterColumn.Private)]
    [InlineData("联系电话", RosterColumn.Private)]
    [InlineData("备 注", RosterColumn.Remark)]
    [InlineData("民族", null)]
    public void A_heading_is_known_however_it_is_worded(string heading, RosterColumn? column) => Assert.Equal(column, RosterHeadings.Recognise(heading));

    [Fact]
    public void Without_a_heading_the_sheet_is_refused_and_with_two_of_one_kind_it_has_an_error()
    {
        Assert.StartsWith("没有找到表头", RosterReading.Of(SheetReader.ReadAll(new SheetBuilder().Row("张三", "男").Bytes()).Value![0], Today).Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(["B 列和 C 列都像是“入党时间”，请在“表里的列”中选定"], Read(new SheetBuilder().Row("姓名", "入党时间", "入党日期").Row("张三", "2009.7", "2009.7").Bytes()).Findings.Where(f => f.IsError).Select(f => f.Text));
        Assert.Equal("表头下面没有人员", RosterReading.Of(SheetReader.ReadAll(RosterTemplate.Empty()).Value![0], Today).Refusal!.Message);
    }
}
