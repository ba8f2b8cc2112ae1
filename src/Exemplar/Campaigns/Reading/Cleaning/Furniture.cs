using System.Buffers;
using System.Text.RegularExpressions;

namespace Exemplar.Campaigns.Reading;

/// <summary>What a web page or a printed table of contents puts around the text.</summary>
internal static partial class Furniture
{
    private const int LongestLine = 200;

    // Furniture opens with one of these or names its registration (备案); looking costs next to nothing.
    private static readonly SearchValues<char> Brackets = SearchValues.Create("[【(<");
    private static readonly SearchValues<char> FirstCharacters = SearchValues.Create("发文信稿内来作责编录审校时日点浏阅访字打关收返相热推猜延最上下您当现所首分扫附本转网友联版©cC主微hHwW第-—");
    private static readonly SearchValues<char> Dots = SearchValues.Create("….·\t");

    // Furniture is short, has no sentence, and nearly always says so with its first word.
    [GeneratedRegex("""
        ^[\[【(<\s]*(?:
          发[布表]\s?(?:时间|日期|人|单位|机构)?\s*[:：]\s?|发布\s?于|(?:文章|信息|稿件|内容)?来源\s*:|作\ ?者\s*:|(?:责任)?编辑\s*:|(?:录入|审核|校对)\s*:|(?:时间|日期)\s*:\s*\d{4}-
          |(?:点击|浏览|阅读|访问)(?:次数|量|数|率)?\s*:|字(?:号|体)(?:大小)?\s*:|【?(?:打印|关闭|收藏|返回)(?:本页|此页|窗口|顶部|首页|列表)?[】\]\s|]*(?:$|【|\[)
          |相关(?:热词|搜索|链接|阅读|文章|新闻|推荐|附件)|热(?:点|门)(?:文章|推荐|新闻|阅读|标签|搜索|词)|推荐阅读|猜你喜欢|延伸阅读|最新文章|上一[篇页条]|下一[篇页条]|返回(?:顶部|首页|列表|目录)
          |(?:您?(?:当前|现在|所在)(?:的)?位置|当前位置)|首页\s*(?:>|»|/|-|\||$)|分享到|扫一扫|扫描二维码|附件下载|点击下载|本文(?:链接|网址|地址)|转载请|网站地图|联系我们|关于我们|友情链接
          |版权所有|(?:copyright|©)|主办单位\s*:.*(?:icp|网站)|.{0,20}icp备|.{0,6}公网安备|网站标识码|微信公众号|(?:https?://|www\.)\S+$|第\s?\d+\s?页(?:\s?[/共]\s?(?:共\s?)?\d+\s?页)?$|-\s?\d+\s?-$|—\s?\d+\s?—$
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:…|\.{4,}|·{3,}|\t)\s*\d{1,4}$")]
    private static partial Regex ContentsEntry();

    [GeneratedRegex("^(?:相关|热点|热门|推荐|猜你|延伸|最新|友情)")]
    private static partial Regex ListHeading();

    public static bool Is(ReadOnlySpan<char> folded)
    {
        if (folded.Length > LongestLine || folded[^1] == '。') return false;
        return (MayOpen(folded) && Opening().IsMatch(folded)) || (char.IsAsciiDigit(folded[^1]) && folded.ContainsAny(Dots) && ContentsEntry().IsMatch(folded));
    }

    private static bool MayOpen(ReadOnlySpan<char> folded)
    {
        var first = 0;
        while (first < folded.Length && (Brackets.Contains(folded[first]) || char.IsWhiteSpace(folded[first]))) first++;
        return (first < folded.Length && FirstCharacters.Contains(folded[first])) || folded.Contains('备');
    }

    /// <summary>A list of other pages follows: its entries look like titles, and only their place tells them apart.</summary>
    public static bool OpensList(ReadOnlySpan<char> folded) => ListHeading().IsMatch(folded);
}
