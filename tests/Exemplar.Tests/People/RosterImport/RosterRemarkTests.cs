using Exemplar.People;
using Exemplar.People.RosterImport;

namespace Exemplar.Tests.People.RosterImport;

public sealed class RosterRemarkTests
{
    [Theory]
    [InlineData("退休", true, null, "")]
    [InlineData("已退休", true, null, "")]
    [InlineData("2024年5月退休", true, null, "")]
    [InlineData("退休（2023.5）", true, null, "")]
    [InlineData("即将退休", false, null, "即将退休")]
    [InlineData("拟2026年退休", false, null, "别的内容")]
    [InlineData("预备党员", false, MemberStatus.Probationary, "")]
    [InlineData("预备党员转正材料已报", false, null, "别的内容")]
    [InlineData("家庭困难，其爱人住院", false, null, "别的内容 别的内容")]
    [InlineData("留党察看一年", false, MemberStatus.OnProbationInParty, "")]
    [InlineData("借调市委办、流动党员", false, null, "借调 流动党员")]
    [InlineData("退休，流动党员", true, null, "流动党员")]
    public void What_the_roster_has_a_place_for_is_read_and_the_rest_is_named(string text, bool isRetired, MemberStatus? status, string unused)
    {
        var remark = RosterRemark.Read(text);
        Assert.Equal((isRetired, status, unused), (remark.IsRetired, remark.Status, string.Join(' ', remark.Unused)));
    }
}
