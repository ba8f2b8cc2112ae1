using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

/// <summary>Reads the rows below the heading, one person each, and says what is wrong at which cell.</summary>
internal sealed partial class RosterLineReader(RosterHeader header, DateOnly today)
{
    private const int LongestPosts = 100;
    private const int MostRemarks = 12;

    private readonly Dictionary<string, List<int>> unusedRemarks = [];
    private SheetRow row = null!;
    private RosterRemark remark = null!;
    private bool isWrong;
    private PartialDate? confirmedBeside;
    private bool isOnTrialBeside;

    public List<Finding> Findings { get; } = [];

    /// <summary>What is wrong in a row is empty in its line.</summary>
    public RosterLine Read(TableRow next)
    {
        (row, isWrong) = (next.Row, false);
        var name = PersonName(Text(RosterColumn.Name));
        if (name.Length == 0) Wrong(RosterColumn.Name, "没有姓名");
        else if (!IsNameLike(name)) Wrong(RosterColumn.Name, $"“{PrivateText.Quote(name)}”不像姓名");
        if (isWrong) name = "";
        remark = Remark();

        (confirmedBeside, isOnTrialBeside) = (null, false);
        var joined = Date(RosterColumn.JoinedOn);
        var confirmed = Date(RosterColumn.ConfirmedOn) ?? confirmedBeside;
        var stated = Stated();
        var (isMember, status) = stated is null ? Derived(joined, confirmed) : (stated.Member is not null, stated.Member);
        var born = Date(RosterColumn.BirthMonth);
        var line = new RosterLine(row.Number, name)
        {
            Sex = Sex(),
            BirthMonth = born is { } date ? PartialDate.MonthOf(date.First).First : null,
            JoinedOn = joined,
            ConfirmedOn = confirmed,
            IsMember = isMember,
            Status = status,
            IsRetired = Retired(),
            IsStatusDerived = stated is null,
            Branch = UnitName(RosterColumn.Branch) ?? next.Branch,
            Department = DepartmentName() ?? (IsRetiredWord(Said(Cell(RosterColumn.Department))) ? null : next.Department),
            Group = UnitName(RosterColumn.Group),
            PartyPosts = PartyPosts(),
            CameOn = remark.CameOn,
        };
        if (!isWrong) RefuseFacts(line);
        return line with { IsWrong = isWrong };
    }

    private Cell Cell(RosterColumn column) => header.Columns.TryGetValue(column, out var i) ? row[i] : Documents.Sheets.Cell.Empty;

    private string Text(RosterColumn column) => header.Columns.TryGetValue(column, out var i) ? Text(i, column.Name()) : "";

    private string Text(int column, string heading)
    {
        var cell = row[column];
        if (cell.Kind is CellKind.Error) Wrong(column, $"{heading}是“{PrivateText.Quote(cell.Text)}”，请改成实际内容");
        return Said(cell);
    }

    /// <summary>Empty for an error and for what stands for nothing.</summary>
    internal static string Said(Cell cell)
    {
        var text = cell.Kind is CellKind.Error ? "" : HalfWidth.Of(cell.Text).Trim();
        return text is "/" or "-" or "—" or "——" or "无" or "\\" ? "" : text;
    }

    /// <summary>Chinese names are spaced out to look even; names of minorities carry one of many dots.</summary>
    internal static string PersonName(string text)
    {
        var dotted = text.Replace('•', '·').Replace('‧', '·').Replace('・', '·').Replace('．', '·').Replace('∙', '·');
        return dotted.Any(char.IsAsciiLetter) ? dotted : string.Concat(dotted.Where(c => !char.IsWhiteSpace(c)));
    }

    internal static bool IsNameLike(string name) => name.Length <= 40 && !name.Any(c => char.IsAsciiDigit(c) || c is ':' or ';' or ',' or '。' or '、');

    private Sex? Sex()
    {
        var text = Text(RosterColumn.Sex);
        if (text.Length == 0) return null;
        if (text is "男" or "男性") return People.Sex.Male;
        if (text is "女" or "女性") return People.Sex.Female;
        Wrong(RosterColumn.Sex, $"性别“{PrivateText.Quote(text)}”请填男或女");
        return null;
    }

    private PartialDate? Date(RosterColumn column)
    {
        var text = Text(column);
        if (column is RosterColumn.JoinedOn && header.IsJoint) text = StatusAndDate.DateIn(text);
        if (text.Length == 0 || (column is RosterColumn.ConfirmedOn && IsOnTrial)) return null;
        var cell = Cell(column);
        if (WrittenDate.Parse(text) is { } date)
        {
            // As a number 2009.10 becomes 2009.1: only whoever typed it knows.
            if (cell.Kind is CellKind.Number && text.EndsWith(".1", StringComparison.Ordinal)) Hint(column, $"{column.Name()}“{text}”按 1 月读；如果是 10 月，请把这一格改成文本“{text}0”");
            return date;
        }
        if (WrittenDate.Parse(cell) is { } serial) return serial;
        if (column is RosterColumn.JoinedOn && JoinedAndConfirmed.In(text) is { } two)
        {
            (confirmedBeside, isOnTrialBeside) = (two.Confirmed, two.IsOnTrial);
            if (two.Confirmed is { } second && !header.SpeaksOfConfirmation) Hint(column, $"“{PrivateText.Quote(text.Replace('\n', ' '))}”按{two.Joined.InWords}入党、{second.InWords}转正读，请核对");
            return two.Joined;
        }
        if (WithConfirmation().Match(HalfWidth.Of(text)) is { Success: true } both && WrittenDate.Parse(both.Groups["date"].Value.Trim()) is { } first)
        {
            if (column is RosterColumn.JoinedOn && WrittenDate.Parse(both.Groups["confirmed"].Value.Trim()) is { } confirmed) confirmedBeside = confirmed;
            return first;
        }
        if (ShortYear().Match(HalfWidth.Of(text)) is { Success: true } shortYear && WrittenDate.Parse($"{Century(column, int.Parse(shortYear.Groups["y"].Value))}{shortYear.Groups["rest"].Value}") is { } guessed)
        {
            Hint(column, $"{column.Name()}“{text}”按 {guessed.InWords} 读，请核对");
            return guessed;
        }
        Wrong(column, $"{column.Name()}“{PrivateText.Quote(text)}”不是日期");
        return null;
    }

    /// <summary>预备期至2026.12.22 stands where the day of 转正 will.</summary>
    private bool IsOnTrial => isOnTrialBeside || Text(RosterColumn.ConfirmedOn).StartsWith("预备", StringComparison.Ordinal);

    /// <summary>79 is 1979 and 08 is 2008; nobody on a roster is younger than eighteen.</summary>
    private int Century(RosterColumn column, int year) =>
        2000 + year > today.Year - (column is RosterColumn.BirthMonth ? 18 : 0) ? 1900 + year : 2000 + year;

    // 2002.5（2003.5转正）
    [GeneratedRegex(@"^(?<date>[^(]+)\((?<confirmed>[^)转]*)(?:转正|转为正式(?:党员)?)\)$")]
    private static partial Regex WithConfirmation();

    // 79.08, 79年8月
    [GeneratedRegex(@"^(?<y>\d{2})(?<rest>[.\-/年]\d{1,2}月?)$")]
    private static partial Regex ShortYear();

    /// <summary>What the columns of the status say together; what one of them does not know, another may.</summary>
    private PoliticalStatus? Stated()
    {
        (PoliticalStatus Status, HeadedColumn Column, string Text)? stated = null;
        List<(HeadedColumn Column, string Text)> strange = [];
        foreach (var column in header.Status)
        {
            var text = Text(column.Index, column.Heading);
            if (header.IsJoint && column.Index == header.Columns[RosterColumn.JoinedOn]) text = StatusAndDate.WordsIn(text);
            if (text.Length == 0) continue;
            if (PoliticalStatus.Of(text) is not { } read) strange.Add((column, text));
            else if (stated is not { } before)
            {
                stated = (read, column, text);
                if (read.IsApplicant) Hint(column.Index, $"“{PrivateText.Quote(text)}”还不是党员，按干部职工登记");
            }
            else if (before.Status.And(read) is { } both) stated = before with { Status = both };
            else Wrong(column.Index, $"{column.Heading}“{PrivateText.Quote(text)}”与 {Sheet.Letter(before.Column.Index)} 列{before.Column.Heading}“{PrivateText.Quote(before.Text)}”矛盾，请核对");
        }
        foreach (var (column, text) in strange)
        {
            if (stated is null) Wrong(column.Index, $"{column.Heading}“{PrivateText.Quote(text)}”不认识，请填中共党员、预备党员或群众");
            else Hint(column.Index, $"{column.Heading}“{PrivateText.Quote(text)}”说的不是党员身份，按 {Sheet.Letter(stated.Value.Column.Index)} 列登记");
        }
        return WithRemark(stated?.Status);
    }

    /// <summary>备注 adds what 政治面貌 leaves open; where both speak, 政治面貌 stands.</summary>
    private PoliticalStatus? WithRemark(PoliticalStatus? stated)
    {
        if ((remark.Status ?? (IsOnTrial ? MemberStatus.Probationary : null)) is not { } said) return stated;
        if (said is MemberStatus.Probationary && !IsOnTrial && Text(RosterColumn.ConfirmedOn).Length > 0) { Hint(RosterColumn.Remark, "备注写预备党员，但有转正时间，按已转正登记"); return stated; }
        var isFull = stated is { Member: MemberStatus.Full } && said is MemberStatus.OnProbationInParty;   // 正式党员 who is on probation in the Party
        if ((stated is null || isFull ? new PoliticalStatus(said) : stated.And(new(said))) is { } both)
        {
            if (stated?.Member != both.Member) Hint(remark.Status is null ? RosterColumn.ConfirmedOn : RosterColumn.Remark, $"按{(remark.Status is null ? "转正时间一栏" : "备注")}登记为{said.Name()}");
            return both;
        }
        Hint(RosterColumn.Remark, $"备注写{said.Name()}，与政治面貌不一致，按政治面貌登记");
        return stated;
    }

    /// <summary>What the roster has no place for is told once for the whole sheet, with the rows.</summary>
    public IEnumerable<Finding> UnusedRemarks() => unusedRemarks.Count == 0 ? [] :
        [new(0, null, $"备注里没有用到的：{string.Join("、", unusedRemarks.Take(MostRemarks).Select(r => $"{r.Key}（第 {string.Join('、', r.Value.Take(5).Select(RowPlace.Short))} 行{(r.Value.Count > 5 ? "等" : "")}）"))}{(unusedRemarks.Count > MostRemarks ? $"等 {unusedRemarks.Count} 种" : "")}", IsError: false)];

    private RosterRemark Remark()
    {
        var text = Cell(RosterColumn.Remark).Kind is CellKind.Error ? "" : Text(RosterColumn.Remark);
        var read = RosterRemark.Read(PrivateText.IsIn(text) ? "" : text);
        foreach (var words in read.Unused.Distinct())
        {
            if (words == "转出")
            {
                Hint(RosterColumn.Remark, "备注写着转出，这里仍按在册登记；导入以后打开这个人，在“调整科室、支部”里选“调离本单位”，填转出的日期");
                continue;
            }
            if (!unusedRemarks.TryGetValue(words, out var rows)) unusedRemarks.Add(words, rows = []);
            rows.Add(row.Number);
        }
        return read;
    }

    private (bool? IsMember, MemberStatus? Status) Derived(PartialDate? joined, PartialDate? confirmed)
    {
        if (confirmed is not null) return (true, MemberStatus.Full);
        if (joined is not { } since) return (null, null);
        if (since.Last.AddYears(2) <= today) return (true, MemberStatus.Full);
        Hint(RosterColumn.JoinedOn, "没有写明是正式还是预备，入党不满两年又没有转正时间，按预备党员登记");
        return (true, MemberStatus.Probationary);
    }

    private string? UnitName(RosterColumn column)
    {
        var text = string.Concat(Text(column).Where(c => !char.IsWhiteSpace(c)));
        if (PrivateText.IsIn(text)) Wrong(column, $"{column.Name()}里像有证件号或电话号码，请删去");
        else if (text.Length > 60) Wrong(column, $"{column.Name()}“{PrivateText.Quote(text)}”太长，不超过 60 字");
        else if (text.Length > 0) return text;
        return null;
    }

    /// <summary>Read as a whole only when everybody's unit is known; a number that nobody may store never goes so far.</summary>
    private string? PartyPosts()
    {
        var column = header.Columns.ContainsKey(RosterColumn.PartyPost) ? RosterColumn.PartyPost : RosterColumn.AnyPost;
        var text = Cell(column).Kind is CellKind.Error ? "" : Text(column);
        if (PrivateText.IsIn(text) || text.Length > LongestPosts) Hint(column, $"{column.Name()}“{PrivateText.Quote(text)}”不像职务，没有读");
        else if (text.Length > 0) return text;
        return null;
    }

    private void RefuseFacts(RosterLine line)
    {
        var facts = new PersonFacts(line.Name, line.Sex, line.BirthMonth, line.JoinedOn, line.ConfirmedOn, line.Status, line.IsRetired ?? false);
        if (facts.Refuse(today) is { } refusal) Wrong(Enum.TryParse<RosterColumn>(refusal.Field, out var column) ? column : RosterColumn.Name, refusal.Message);
        else if (line is { BirthMonth: { } born, JoinedOn: { } joined } && joined.Last < born.AddYears(18)) Hint(RosterColumn.JoinedOn, "入党时不满 18 岁，请核对出生年月和入党时间");
    }

    private void Wrong(RosterColumn column, string sentence) => Wrong(ColumnOf(column), sentence);

    private void Wrong(int? column, string sentence)
    {
        isWrong = true;
        Findings.Add(new(row.Number, column, sentence, IsError: true));
    }

    private void Hint(RosterColumn column, string sentence) => Hint(ColumnOf(column), sentence);

    private void Hint(int? column, string sentence) => Findings.Add(new(row.Number, column, sentence, IsError: false));

    private int? ColumnOf(RosterColumn column) => header.Columns.TryGetValue(column, out var i) ? i : null;
}
