namespace Exemplar.Campaigns.Reading;

/// <summary>One change to, or remark on, one line of the source.</summary>
/// <param name="Code">pinyin, furniture, width, brokenLine or garbled.</param>
/// <param name="Line">1-based line; for a joined line the one that was broken.</param>
/// <param name="Text">The characters concerned, as in the source (shortened).</param>
/// <param name="Message">The sentence the office reads.</param>
public sealed record Cleaning(string Code, int Line, string Text, string Message)
{
    public const string PinyinCode = "pinyin";
    public const string FurnitureCode = "furniture";
    public const string WidthCode = "width";
    public const string BrokenLineCode = "brokenLine";
    public const string GarbledCode = "garbled";

    private const int Shown = 40;

    public static Cleaning Pinyin(int line, string syllables, int count) => new(PinyinCode, line, Short(syllables), $"第{line}行：去掉拼音注音{count}处");

    public static Cleaning Furniture(int line, string text) => new(FurnitureCode, line, Short(text), $"第{line}行：网页附带文字，不作正文");

    public static Cleaning Width(int line, string text) => new(WidthCode, line, Short(text), $"第{line}行：统一全角、半角数字和括号");

    public static Cleaning BrokenLine(int line, string text) => new(BrokenLineCode, line, Short(text), $"第{line}行：与下一行是同一句，已接上");

    public static Cleaning Garbled(int line, string text) => new(GarbledCode, line, Short(text), $"第{line}行：疑似乱码，原样保留，请对照原件");

    private static string Short(string text) => text.Length <= Shown ? text : text[..Shown] + "…";
}
