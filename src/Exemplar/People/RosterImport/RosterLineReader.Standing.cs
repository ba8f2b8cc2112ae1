using System.Text.RegularExpressions;

namespace Exemplar.People.RosterImport;

/// <summary>Who is retired, and who came from elsewhere, wherever the sheet says it.</summary>
internal sealed partial class RosterLineReader
{
    /// <summary>人员状态 says it; where it is silent, 备注 may, or 退休 where the department or the post should stand.</summary>
    private bool? Retired()
    {
        var stated = IsRetired();
        if (remark.IsRetired && stated is not true)
        {
            Hint(RosterColumn.Remark, stated is false ? "备注写退休，与人员状态不一致，按人员状态登记" : "按备注登记为离退休");
            stated ??= true;
        }
        foreach (var column in (RosterColumn[])[RosterColumn.Department, RosterColumn.AnyPost, RosterColumn.Post])
        {
            if (!IsRetiredWord(Said(Cell(column)))) continue;
            var (name, empty) = (column.Name(), column is RosterColumn.Department ? "，科室不登记" : "");
            if (stated is false) Hint(column, $"{name}写着“{Said(Cell(column))}”，与人员状态不一致，按人员状态登记{empty}");
            else if (stated is null) Hint(column, $"{name}写着“{Said(Cell(column))}”，按离退休登记{empty}");
            else if (empty.Length > 0) Hint(column, $"{name}写着“{Said(Cell(column))}”，科室不登记");
            stated ??= true;
        }
        return stated;
    }

    private string? DepartmentName() => IsRetiredWord(Said(Cell(RosterColumn.Department))) ? null : UnitName(RosterColumn.Department);

    internal static bool IsRetiredWord(string text) => RetiredWord().IsMatch(text);

    private bool? IsRetired()
    {
        var text = Text(RosterColumn.Standing);
        if (text.Length == 0) return null;
        if (text is "是" or "否" && header.StandingHeading.Contains("退休", StringComparison.Ordinal) != header.StandingHeading.Contains("在职", StringComparison.Ordinal))
            return header.StandingHeading.Contains("退休", StringComparison.Ordinal) == (text == "是");
        if (text is "在职" or "在岗" or "在编" or "正常" or "借调" or "挂职" or "在册" or "现职") return false;
        if (text is "退休" or "离休" or "离退休" or "已退休" or "退休人员" or "内退" or "离休干部") return true;
        Wrong(RosterColumn.Standing, $"人员状态“{PrivateText.Quote(text)}”不认识，请填在职或退休");
        return null;
    }

    [GeneratedRegex(@"^(?:已|现已)?(?:退休|离休|离退休)(?:党员|人员|干部|职工|老干部|老同志)?$")]
    private static partial Regex RetiredWord();
}
