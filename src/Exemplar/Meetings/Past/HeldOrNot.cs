using System.Text.RegularExpressions;

namespace Exemplar.Meetings.Past;

/// <summary>How offices write that a meeting was not held.</summary>
internal static partial class HeldOrNot
{
    /// <summary>The whole cell says so: 未召开, 取消, 推迟（疫情）, 高温停办.</summary>
    public static bool IsNotHeld(string text) => Words().IsMatch(text);

    /// <summary>Words somewhere in the cell say so: 因专项行动未召开. What was made up for counts, where the row has the day on which it was.</summary>
    public static bool SaysNotHeld(string text, bool hasDay) => Note().IsMatch(text) && !(hasDay && MadeUp().IsMatch(text));

    /// <summary>There is nothing that could be held: 未设党小组, 不涉及.</summary>
    public static bool HasNoneOfThem(string text) => None().IsMatch(HalfWidth.Of(text).Trim());

    [GeneratedRegex("^[×✗✘╳]$|^(?:草稿|已?作废|未提交)$|^(?:未能?|没[有能]?)(?:召开|开展|举行|举办|落实|完成|组织|开(?!始))|^(?:已?取消|推迟|延期|否)$|^(?:已?取消|推迟|延期)[,，(（]|^因.{1,16}(?:已?取消|停开|未开)$|^[\u4e00-\u9fff]{0,8}(?:停办|停开|暂停|停止)(?:一次)?$")]
    private static partial Regex Words();

    // 因专项行动未召开; not 王五未参加, nor 未开展批评
    [GeneratedRegex("(?:未能?|没[有能]?|无法)(?:按[时期]|如期|正常)?(?:召开|举行|举办|组织(?!学习|讨论)|开展(?!批评|自我|讨论)|开成|开会|开(?=$|[。,，;；)）]))")]
    private static partial Regex Note();

    // It was held all the same, on the day that the row says.
    [GeneratedRegex("补|改[期到在至为]|(?:推迟|延期|顺延|延后|调整|合并)[到至在]")]
    private static partial Regex MadeUp();

    [GeneratedRegex("^(?:未|没有?|无)(?:设|设立|成立|划分)?(?:党?小组|支委会|支部委员会)$|^(?:不涉及|不适用|无此项)$")]
    private static partial Regex None();
}
