using Exemplar.People.RosterImport;

namespace Exemplar.Tests.People.RosterImport;

/// <summary>What the registers of made-up offices call their branches: the one that is meant is proposed, and none where two may be.</summary>
public sealed class UnitLikenessTests
{
    private static readonly Dictionary<string, string[]> Offices = new()
    {
        ["水务"] = ["办公室党支部", "规划建设科党支部", "水政监察支队党支部", "水文站党支部", "离退休干部党支部"],
        ["自然资源"] = ["第一党支部", "第二党支部", "第三党支部", "执法监察支队党支部", "离退休干部党支部"],
        ["市场监管"] = ["综合党支部", "注册登记党支部", "食品药品监管党支部", "综合行政执法支队第一党支部", "综合行政执法支队第二党支部", "退休干部党支部"],
        ["交通"] = ["机关第一党支部", "机关第二党支部", "公路事业发展中心党支部", "运输服务中心党支部", "港航执法大队党支部", "离退休干部党支部"],
        ["住建"] = ["办公室党支部", "城市建设科党支部", "建设工程质量安全监督站党支部", "房产管理中心党支部", "离退休第一党支部", "离退休第二党支部"],
        ["都有"] = ["第一党支部", "机关第一党支部", "离退休干部党支部", "食品药品监管党支部", "城市建设科党支部", "质量安全监督站党支部", "房产管理中心党支部", "执法监察支队党支部", "综合行政执法支队第二党支部", "注册登记党支部", "第一党小组", "机关党委"],
        ["相近"] = ["机关党委", "老干部工作科党支部", "执法支队第二党支部", "城市建设科党支部", "城建监察大队党支部", "离退休第一党支部", "质量安全监督站党支部", "综合行政执法支队党支部", "运输服务中心党支部", "药品监管科党支部", "第一党小组"],
        ["老干"] = ["第一党支部", "第五党支部（离退休）", "老干部工作科党支部"],
    };

    [Theory]
    [InlineData("水务", "规建支部", "规划建设科党支部")]
    [InlineData("水务", "水政支队支部", "水政监察支队党支部")]
    [InlineData("水务", "水文支部", "水文站党支部")]
    [InlineData("水务", "老干支部", "离退休干部党支部")]
    [InlineData("水务", "市水务局办公室支部", "办公室党支部")]
    [InlineData("自然资源", "机关一支部", "第一党支部")]
    [InlineData("自然资源", "局机关第2支部", "第二党支部")]
    [InlineData("自然资源", "市自然资源局三支部", "第三党支部")]
    [InlineData("自然资源", "执法支队", "执法监察支队党支部")]
    [InlineData("自然资源", "执法支队支部", "执法监察支队党支部")]
    [InlineData("自然资源", "第二支部党部", "第二党支部")]
    [InlineData("自然资源", "机关第二党支部会", "第二党支部")]
    [InlineData("市场监管", "登记支部", "注册登记党支部")]
    [InlineData("市场监管", "食药支部", "食品药品监管党支部")]
    [InlineData("市场监管", "执法一支部", "综合行政执法支队第一党支部")]
    [InlineData("市场监管", "支队2支部", "综合行政执法支队第二党支部")]
    [InlineData("市场监管", "老干支部", "退休干部党支部")]
    [InlineData("市场监管", "综合支部", "综合党支部")]
    [InlineData("交通", "一支部", "机关第一党支部")]
    [InlineData("交通", "第二支部", "机关第二党支部")]
    [InlineData("交通", "公路中心支部", "公路事业发展中心党支部")]
    [InlineData("交通", "运输中心支部", "运输服务中心党支部")]
    [InlineData("交通", "港航支部", "港航执法大队党支部")]
    [InlineData("住建", "城建支部", "城市建设科党支部")]
    [InlineData("住建", "城建科支部", "城市建设科党支部")]
    [InlineData("住建", "质安站支部", "建设工程质量安全监督站党支部")]
    [InlineData("住建", "房管中心支部", "房产管理中心党支部")]
    [InlineData("住建", "老干一支部", "离退休第一党支部")]
    [InlineData("住建", "二支部", "离退休第二党支部")]
    [InlineData("都有", "机关一支部", "机关第一党支部")]
    [InlineData("都有", "一支部", "第一党支部")]
    [InlineData("都有", "第一支部", "第一党支部")]
    [InlineData("都有", "老干支部", "离退休干部党支部")]
    [InlineData("都有", "退休支部", "离退休干部党支部")]
    [InlineData("都有", "离退休支部", "离退休干部党支部")]
    [InlineData("都有", "食药支部", "食品药品监管党支部")]
    [InlineData("都有", "城建支部", "城市建设科党支部")]
    [InlineData("都有", "质安站支部", "质量安全监督站党支部")]
    [InlineData("都有", "房管中心支部", "房产管理中心党支部")]
    [InlineData("都有", "执法支队支部", "执法监察支队党支部")]
    [InlineData("都有", "执法支队二支部", "综合行政执法支队第二党支部")]
    [InlineData("都有", "登记支部", "注册登记党支部")]
    [InlineData("老干", "老干部支部", "第五党支部（离退休）")]
    public void The_one_branch_that_is_meant_is_proposed(string office, string word, string branch) => Assert.Equal(branch, Nearest(word, Offices[office]));

    [Theory]
    [InlineData("都有", "机关二支部")]          // there is a second branch, and it is the detachment's
    [InlineData("都有", "三支部")]
    [InlineData("都有", "执法一支部")]          // that of the detachment is the second
    [InlineData("都有", "综合一支部")]
    [InlineData("都有", "机关支部")]
    [InlineData("都有", "支部")]
    [InlineData("自然资源", "执法二支部")]
    [InlineData("自然资源", "十二支部")]
    [InlineData("自然资源", "二党部")]
    [InlineData("市场监管", "执法支队支部")]     // the first or the second
    [InlineData("市场监管", "三支部")]
    [InlineData("交通", "机关支部")]
    [InlineData("住建", "机关一支部")]           // the organ's is not that of the retired
    [InlineData("住建", "离退休支部")]           // two
    [InlineData("住建", "老干三支部")]
    [InlineData("住建", "质安科支部")]
    [InlineData("住建", "房管科支部")]
    [InlineData("相近", "机关支部")]
    [InlineData("相近", "城建支部")]             // the section or the squad
    [InlineData("相近", "执法支队支部第三小组")]
    [InlineData("相近", "食品监管科支部")]
    [InlineData("相近", "运输管理所支部")]
    [InlineData("相近", "建安站支部")]
    [InlineData("水务", "工会")]
    [InlineData("水务", "规划科党小组")]
    public void Where_two_may_be_meant_or_none_is_quite_it_none_is_proposed(string office, string word) => Assert.Null(Nearest(word, Offices[office]));

    [Fact]
    public void The_section_for_the_retired_is_no_branch_of_the_retired() => Assert.Null(Nearest("老干支部", ["老干部工作科党支部", "第一党支部"]));

    [Theory]
    [InlineData("综合办", "综合科", true)]
    [InlineData("机关第一党支部", "第一支部", true)]
    [InlineData("党委办公室", "办公室", true)]
    [InlineData("公路事业发展中心", "公路中心", true)]
    [InlineData("第三党支部", "第一党支部", false)]
    [InlineData("秘书科", "法规科", false)]
    [InlineData("局机关纪委", "机关党委", false)]
    [InlineData("一科", "二科", false)]
    [InlineData("综合一科", "综合科", false)]
    public void Names_are_alike_by_what_tells_them_apart(string one, string other, bool alike) => Assert.Equal(alike ? other : null, Nearest(one, [other]));

    private static string? Nearest(string word, string[] units) => UnitLikeness.Nearest(word, units, name => name);
}
