using Exemplar.Meetings.Offers;

namespace Exemplar.Tests.Meetings.Offers;

public sealed class SlashNoteTests
{
    [Theory]
    [InlineData("注：没有党小组的，“党小组会次数”填“/”；于10月10日前报送。")]
    [InlineData("说明：1.数字据实填写；2.无党小组的支部填“／”。")]
    [InlineData("没有的填/")]
    [InlineData("2.没有设党小组的，党小组会栏填“/”。")]
    [InlineData("无此项内容的，请填写“/”")]
    [InlineData("不涉及填“/”")]
    [InlineData("未设党小组的，党小组会一栏填 \"/\"")]
    public void A_stroke_is_wanted(string note) => Assert.True(SlashNote.IsIn(["填报单位：", note]));

    [Theory]
    [InlineData("没有党小组的填“0”")]
    [InlineData("没有支委会的填“/”")]
    [InlineData("没有开展的，请写明原因；日期按 年/月/日 填写")]
    [InlineData("填报人/审核人：")]
    [InlineData("填报日期：")]
    public void It_is_not(string note) => Assert.False(SlashNote.IsIn([note]));
}
