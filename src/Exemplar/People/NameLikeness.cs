namespace Exemplar.People;

/// <summary>Names that differ only in how they are written: 张 三 and 张三, 劉強 and 刘强, 买买提•艾山 and 买买提·艾山.</summary>
public static class NameLikeness
{
    /// <summary>Characters of names, the usual one first and then its traditional or variant forms (Table of General Standard Chinese Characters, annex 1: those met in names).</summary>
    private const string Variants =
        "张張 陈陳 刘劉 黄黃 赵趙 吴吳 孙孫 马馬 罗羅 郑鄭 谢謝 许許 韩韓 冯馮 邓鄧 萧蕭肖 叶葉 苏蘇 卢盧 蒋蔣 贾賈 阎閻闫 钟鍾鐘 陆陸 范範 谭譚 邹鄒 龙龍 万萬 钱錢 汤湯 严嚴 顾顧 龚龔 " +
        "华華 国國 伟偉 强強彊 丽麗 兰蘭 军軍 义義 凤鳳 云雲 杰傑 峰峯 晔曄 哲喆 珍珎 亚亞 东東 乐樂 为為爲 书書 从從 仪儀 伦倫 兴興 刚剛 剑劍 庆慶 应應 启啟啓 园園 圣聖 坚堅 坤堃 声聲 备備 " +
        "宁寧甯 宝寶寳 宾賓 实實 尔爾 岩巖嵒 岭嶺 师師 广廣 开開 归歸 彦彥 德徳 忆憶 怀懷 恒恆 惠恵 战戰 时時 显顯 晓曉 晖暉 术術 权權 来來 杨楊 枫楓 柏栢 树樹 栋棟 梦夢 欢歡 汉漢 泽澤 洁潔 " +
        "涛濤 润潤 渊淵 滨濱 炜煒 焕煥 灵靈 灿燦 烨燁 爱愛 玮瑋 环環 琼瓊 畅暢 礼禮 祯禎 禄祿 竞競 红紅 纪紀 纯純 纲綱 绍紹 经經 维維 绪緒 缘緣 群羣 肃肅 胜勝 腾騰 艳艷豔 艺藝 荣榮 莹瑩 莲蓮 " +
        "见見 观觀 觉覺 誉譽 训訓 诗詩 诚誠 语語 谦謙 贞貞 财財 贤賢 贵貴 贺賀 赞贊 辉輝 达達 运運 远遠 连連 鉴鑑 铁鐵 铭銘 银銀 锋鋒 锐銳 锦錦 镇鎮 长長 闻聞 阳陽 雁鴈 静靜 韵韻 顺順 颖穎頴 飞飛 骏駿 鸣鳴 鸿鴻 鹏鵬 鹤鶴 麦麥 齐齊 龄齡";

    private static readonly System.Collections.Frozen.FrozenDictionary<char, char> Usual = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(
        Variants.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(group => group.Skip(1).Select(variant => (variant, group[0]))), x => x.variant, x => x.Item2);

    /// <summary>The same for names that differ only in spaces, dots, width and such characters.</summary>
    public static string KeyOf(string name) => string.Create(HalfWidth.Of(name).Count(IsWritten), HalfWidth.Of(name), (key, text) =>
    {
        var at = 0;
        foreach (var c in text)
            if (IsWritten(c)) key[at++] = Usual.GetValueOrDefault(c, char.ToUpperInvariant(c));
    });

    private static bool IsWritten(char c) => !char.IsWhiteSpace(c) && c is not ('·' or '•' or '‧' or '・' or '．' or '∙' or '.' or '\u200b' or '\ufeff');
}
