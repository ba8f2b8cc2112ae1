using System.Text;

namespace Exemplar.Kernel;

/// <summary>
/// How a name sounds, without tones: 王小明 and 王晓明 sound the same. The common characters of GB 2312 stand in the order of
/// their pinyin, so it is enough to know where each syllable begins; rarer characters sound only like themselves.
/// </summary>
public static class NameSound
{
    private const int FirstCommon = 0xB0A1, LastCommon = 0xD7F9;
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>The first character of each of the 396 syllables, in the order of the standard (GB/T 2312, level 1).</summary>
    private const string Firsts =
        "啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻哺擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹春戳疵聪凑粗蹿摧村磋搭呆耽当刀德蹬堤颠碉跌丁丢东兜都端堆墩掇蛾恩而发藩坊菲芬丰佛否夫" +
        "噶该干冈篙哥给根耕工钩辜刮乖棺光瑰辊锅哈骸酣夯壕呵嘿痕哼轰喉呼花槐欢荒灰荤豁击嘉歼僵蕉揭巾荆炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸块宽匡亏坤括垃莱蓝琅捞勒雷棱厘俩联粮撩列琳玲溜龙楼芦驴峦掠抡萝" +
        "妈埋瞒芒猫么玫门萌眯棉苗蔑民明谬摸谋拇拿氖南囊挠呢馁嫩能妮蔫娘鸟捏您柠牛脓奴女暖虐挪哦欧啪拍攀乓抛呸喷砰坯篇飘撇拼乒坡扑期掐牵枪橇切钦青琼秋趋圈缺裙然瓤饶惹壬扔日戎揉茹软蕊闰若" +
        "撒腮三桑搔瑟森僧莎筛珊墒梢奢砷声师收蔬刷摔栓霜谁吮说斯松搜嗽酸虽孙蓑塌胎坍汤掏特藤梯天挑贴厅通偷凸湍推吞拖挖歪豌汪威瘟嗡挝巫昔瞎掀相萧楔薪星兄休墟轩靴勋" +
        "压焉殃邀椰一茵英哟拥幽淤鸳曰耘匝栽咱赃遭责贼怎增扎摘瞻樟招遮珍蒸芝中舟珠抓拽专桩椎谆捉兹鬃邹租钻嘴尊昨";

    private static readonly int[] Beginnings = [.. Firsts.Select(CodeOf)];

    /// <summary>The same for names whose characters sound the same one by one.</summary>
    public static string Of(string name) => string.Concat(name.Select(Syllable));

    private static string Syllable(char c)
    {
        var code = CodeOf(c);
        if (code is < FirstCommon or > LastCommon) return $"[{c}]";
        var at = Array.BinarySearch(Beginnings, code);
        return $"{(at >= 0 ? at : ~at - 1)},";
    }

    private static int CodeOf(char c) => Gb18030.GetBytes([c]) is [var high, var low] ? (high << 8) | low : 0;
}
