using Exemplar.Campaigns.Reading;

namespace Exemplar.Tests.Campaigns.Reading;

public sealed class OwnersTests
{
    [Theory]
    [InlineData("责任单位：综合科", "综合科", "")]
    [InlineData("牵头科室：综合科；配合：各科室；完成时限：3月底前", "综合科", "各科室")]
    [InlineData("责任科室：综合科、人事科，完成时限：3月底前", "综合科 人事科", "")]
    [InlineData("责任单位：综合科牵头，各科室配合", "综合科", "各科室")]
    [InlineData("由综合科牵头，信息科、督查科配合", "综合科", "信息科 督查科")]
    [InlineData("由综合科会同人事科负责", "综合科", "人事科")]
    [InlineData("综合科牵头，人事科和信息科配合", "综合科", "人事科 信息科")]
    [InlineData("开展调研（综合科、人事科）。", "综合科 人事科", "")]
    [InlineData("中央党校（国家行政学院）的论述", "", "")]
    [InlineData("各党支部要抓好落实", "各党支部", "")]
    [InlineData("会后，各科室、各党支部要立即行动", "各科室 各党支部", "")]
    [InlineData("机要科要管好密码电报", "机要科", "")]
    [InlineData("領導小組辦公室要細化任務", "領導小組辦公室", "")]
    [InlineData("領導小組辦公室要細化任務，責任單位：綜合科", "綜合科", "")]
    [InlineData("政务服务中心负责汇总", "政务服务中心", "")]
    [InlineData("干部要舍得花精力", "", "")]
    [InlineData("我们要坚持两手抓", "", "")]
    [InlineData("总书记要求我们", "", "")]
    [InlineData("形成上下联动的工作格局要久久为功", "", "")]
    [InlineData("由规模速度型向质量效益型转变", "", "")]
    [InlineData("由各科室负责人担任导师", "", "")]
    [InlineData("报送信息须经科室负责人签字", "", "")]
    [InlineData("有的单位要等通知才行动", "", "")]
    [InlineData("加强与各科室的联系", "", "")]
    public void Units_that_answer_and_units_that_help(string sentence, string owners, string helping)
    {
        var text = Cleaner.Clean(Sources.Pasted(sentence));
        var span = text.Paragraphs[0].Span;
        var found = Owners.Of(text, span, Responsibility.Labels(text, span));
        Assert.Equal(owners, string.Join(' ', found.Main));
        Assert.Equal(helping, string.Join(' ', found.Helping));
    }

    [Theory]
    [InlineData("不少于50件", "不少于50件", null)]
    [InlineData("发文减少20%", "减少20%", null)]
    [InlineData("每年10名", "每年10名", null)]
    [InlineData("每季度不少于2次", "不少于2次", "每季度")]
    [InlineData("每半个月通报一次", "", "每半月")]
    [InlineData("按月报送", "", "每月")]
    [InlineData("办结率达到98.5%以上", "达到98.5%以上", null)]
    [InlineData("压减三分之一", "压减三分之一", null)]
    [InlineData("使每名党员都成为旗帜", "", null)]
    [InlineData("相统一、第一方阵、最后一公里", "", null)]
    public void Targets_and_recurrence(string phrase, string targets, string? recurrence)
    {
        var folded = Folding.Fold(phrase);
        var found = Amounts.Targets(folded);
        Assert.Equal(targets, string.Join(' ', found.Select(t => phrase[t.Start..t.End])));
        Assert.Equal(recurrence, Amounts.Recurrence(folded, found));
    }
}
