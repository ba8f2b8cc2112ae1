namespace Exemplar.Agenda.Guide;

/// <summary>What a step is for, how long it takes and where it is done.</summary>
/// <param name="Gain">What one has of it.</param>
/// <param name="Minutes">With a file that is at hand.</param>
/// <param name="Sample">The file to try it with; null where none is needed.</param>
/// <param name="BySaying">It leaves no record of its own: whoever did it says so.</param>
public sealed record StepWords(string Title, string Gain, int Minutes, string Address, string Button, string? Sample, bool BySaying)
{
    private const string Numerals = "零一二三四五六七八九";

    public string Takes => InWords(Minutes);

    /// <summary>约三分钟, 约十分钟.</summary>
    public static string InWords(int minutes) => $"约{(minutes < Numerals.Length ? Numerals[minutes].ToString() : minutes is 10 ? "十" : $" {minutes} ")}分钟";

    public static StepWords Of(FirstStep step) => step switch
    {
        FirstStep.Roster => new("导入名册", "现成的 Excel 名册就行。以后的应到名单、支部人数都从这里来，科室和支部一起设好。",
            3, "/people/import", "去导入名册", "roster", false),
        FirstStep.Registers => new("导入去年和今年的台账", "登记表、统计表原样交来，几份一起。缺哪几次、报表里的次数马上就有。",
            4, "/meetings/past", "去导入台账", "register", false),
        FirstStep.Terms => new("导入换届情况", "哪个支部哪天届满，半年前就提醒。没有换届情况表的先跳过。",
            1, "/terms/import", "去导入换届情况", null, false),
        FirstStep.Review => new("核对：哪里缺、哪里不对", "一页看完每个支部：缺什么、快到期什么、哪些没签字，还有可以直接发给书记的话。",
            1, "/month-end", "看月底一页", null, true),
        _ => new("打印：拿到手里", "支部工作手册按年生成，上级要的表填好，打印就能交。",
            1, "/first-hour#print", "去打印", null, true),
    };
}
