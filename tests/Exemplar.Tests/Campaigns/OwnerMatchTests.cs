using Exemplar.Campaigns;
using Exemplar.Organization;

namespace Exemplar.Tests.Campaigns;

public class OwnerMatchTests
{
    private static readonly List<Unit> Units = [.. new[]
    {
        (UnitKind.Department, "综合科"), (UnitKind.Department, "秘书一科"), (UnitKind.Department, "秘书二科"), (UnitKind.Department, "政务公开科"),
        (UnitKind.Branch, "第一党支部"), (UnitKind.Branch, "第二党支部"), (UnitKind.LeadingGroupOffice, "领导小组办公室"),
    }.Select((u, n) => Unit.Found(Guid.CreateVersion7(), u.Item1, u.Item2, Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "某办", null, 1, 1).Value, n + 2, n).Value!)];

    [Theory]
    [InlineData("综合科", "综合科")]
    [InlineData("市政府办综合科", "综合科")]
    [InlineData("公开科", "政务公开科")]
    [InlineData("各党支部", "第一党支部 第二党支部")]
    [InlineData("各支部", "第一党支部 第二党支部")]
    [InlineData("机关各党支部", "")]
    [InlineData("各机关党支部", "第一党支部 第二党支部")]
    [InlineData("各科室", "综合科 秘书一科 秘书二科 政务公开科")]
    [InlineData("领导小组办公室", "领导小组办公室")]
    [InlineData("秘书科", "")]
    [InlineData("有关科室", "")]
    [InlineData("各位党组成员", "")]
    [InlineData("科", "")]
    public void A_name_finds_the_units_it_means_or_none(string named, string expected)
    {
        Assert.Equal(expected.Length == 0 ? [named] : [], new OwnerMatch(Units).Missed([named]));
        Assert.Equal(expected, string.Join(' ', new OwnerMatch(Units).Find([named]).Select(id => Units.Single(u => u.Id == id).Name)));
    }
}
