using System.Text;

namespace Exemplar.Kernel;

/// <summary>Marks between Chinese characters as Chinese is printed: 应到13人,实到12人 becomes 应到13人，实到12人; 1,200 and 9:30 stay.</summary>
public static class FullWidth
{
    private const string Half = ",;:?!", Full = "，；：？！";

    public static string Marks(string text)
    {
        if (text.AsSpan().IndexOfAny(Half) < 0 && !text.Contains('(', StringComparison.Ordinal)) return text;
        var printed = new StringBuilder(text);
        Stack<int> open = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(') open.Push(i);
            else if (text[i] == ')' && open.TryPop(out var from))
            {
                if ((from > 0 && IsChinese(printed[from - 1])) || text.AsSpan(from, i - from).ContainsAnyInRange('\u4e00', '\u9fff')) (printed[from], printed[i]) = ('（', '）');
            }
            else if (Half.IndexOf(text[i], StringComparison.Ordinal) is >= 0 and var mark && Stands(printed, i)) printed[i] = Full[mark];
        }
        return printed.ToString();
    }

    private static bool Stands(StringBuilder text, int at)
    {
        var (before, after) = (at > 0 ? text[at - 1] : '\0', at + 1 < text.Length ? text[at + 1] : '\n');
        return (IsChinese(before) && (IsChinese(after) || char.IsAsciiDigit(after) || after is '\n' or '(')) || (IsChinese(after) && char.IsAsciiDigit(before)) || (before == ')' && IsChinese(after));
    }

    private static bool IsChinese(char c) => c is >= '\u4e00' and <= '\u9fff' or '，' or '。' or '；' or '：' or '？' or '！' or '、' or '（' or '）' or '《' or '》' or '“' or '”' or '…';
}
