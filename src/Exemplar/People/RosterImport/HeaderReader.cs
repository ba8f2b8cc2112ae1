using Exemplar.Documents.Sheets;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

/// <summary>Gives each column its meaning: first those whose heading is known, then what somebody said of the others, then what may be guessed.</summary>
internal sealed class HeaderReader(RosterTable table, ColumnWords words)
{
    private const int MostSamples = 3;

    private sealed record Unsure(int Index, string Heading, string Key, RosterColumn? Known);

    private readonly Dictionary<RosterColumn, int> columns = [];
    private readonly List<HeadedColumn> status = [];
    private readonly List<string> hidden = [], unused = [], doubts = [];
    private readonly List<ColumnQuestion> asked = [];
    private readonly string[] plain = [.. table.Headings.Select(RosterHeadings.Plain)];
    private readonly RosterColumn?[] known = [.. table.Headings.Select(RosterHeadings.Recognise)];

    public RosterHeader Read()
    {
        var unsure = Sort();
        // 职务 beside 党内职务 is what somebody does in the office.
        if (columns.ContainsKey(RosterColumn.PartyPost) && columns.Remove(RosterColumn.AnyPost, out var office))
        {
            unused.Add(plain[office]);
            columns.TryAdd(RosterColumn.Post, office);
        }
        Answer(unsure);
        Guess(unsure);
        var standing = columns.TryGetValue(RosterColumn.Standing, out var at) ? plain[at] : "";
        return new(table.LastRow, columns, status, standing, [.. hidden.Distinct()], [.. unused.Distinct()], [.. asked.OrderBy(a => a.Index)], doubts)
        {
            SpeaksOfConfirmation = columns.TryGetValue(RosterColumn.JoinedOn, out var joined) && table.Headings[joined].Contains("转正", StringComparison.Ordinal),
        };
    }

    /// <summary>Takes the columns that are sure and returns the others.</summary>
    private List<Unsure> Sort()
    {
        List<Unsure> unsure = [];
        Dictionary<string, int> times = [];
        var hasDepartment = Enumerable.Range(0, plain.Length).Any(i => known[i] is RosterColumn.Department && !IsWholeOffice(plain[i]));
        for (var i = 0; i < plain.Length; i++)
        {
            var (heading, column) = (plain[i], known[i]);
            if (heading.Length == 0 || column is RosterColumn.Idle) continue;
            var key = ColumnWords.KeyOf(heading, times[heading] = times.GetValueOrDefault(heading) + 1);
            if (table.Private.Contains(i)) hidden.Add(Shown(i));
            else if (column is RosterColumn.Department && IsWholeOffice(heading) && hasDepartment) unused.Add(Shown(i));   // 单位 beside 科室 names the office that everybody belongs to
            else if (IsUnsure(i)) unsure.Add(new(i, heading, key, column is RosterColumn.Post ? null : column));
            else if (column is RosterColumn.Post)
            {
                unused.Add(Shown(i));
                columns.TryAdd(RosterColumn.Post, i);   // only 退休 is read there
            }
            else if (column is null) unused.Add(Shown(i));
            else if (column is RosterColumn.Status) Take(RosterColumn.Status, i);
            else if (!columns.TryAdd(column.Value, i)) unused.Add(heading);   // a second 职务 or 备注
        }
        return unsure;
    }

    private bool IsUnsure(int i) => known[i] switch
    {
        null => Shown(i) == plain[i] && !RosterHeadings.IsNeedless(plain[i]) && ColumnGuess.MayBeAsked(table.Texts(i)),
        RosterColumn.Post => plain[i].Contains("岗位", StringComparison.Ordinal) && ColumnGuess.MayBeAsked(table.Texts(i)),
        RosterColumn.Status or RosterColumn.AnyPost or RosterColumn.Remark => false,
        RosterColumn.Department when IsWholeOffice(plain[i]) => true,
        var column => Enumerable.Range(0, plain.Length).Count(j => known[j] == column && (column is not RosterColumn.Department || !IsWholeOffice(plain[j]))) > 1,
    };

    private void Answer(List<Unsure> unsure)
    {
        HashSet<int> answered = [];
        foreach (var column in unsure)
        {
            if (words.Of(column.Key) is not var (meant, basis)) continue;
            if (meant is RosterColumn.Idle) unused.Add(column.Heading);
            else if (Places(meant).Any(p => columns.TryGetValue(p, out var other) && answered.Contains(other)))
                doubts.Add($"{Sheet.Letter(columns[Places(meant).First(p => columns.TryGetValue(p, out var other) && answered.Contains(other))])} 列和 {Sheet.Letter(column.Index)} 列都选作“{meant.Name()}”，请改一列");
            else
            {
                foreach (var place in Places(meant))
                    if (columns.Remove(place, out var instead)) unused.Add(plain[instead]);
                Take(meant, column.Index);
                answered.Add(column.Index);
            }
            Ask(column, meant, basis);
        }
        unsure.RemoveAll(u => asked.Exists(a => a.Index == u.Index));
    }

    private void Guess(List<Unsure> unsure)
    {
        foreach (var twins in unsure.Where(u => u.Known is { } k && !columns.ContainsKey(k)).GroupBy(u => u.Known).Where(g => g.Count() > 1).ToList())
            doubts.Add($"{string.Join("和 ", twins.Select(t => $"{Sheet.Letter(t.Index)} 列"))}都像是“{twins.Key!.Value.Name()}”，请在“表里的列”中选定");
        var torn = unsure.Where(u => u.Known is { } k && !columns.ContainsKey(k)).GroupBy(u => u.Known).Where(g => g.Count() > 1).SelectMany(g => g).ToList();
        foreach (var column in unsure)
        {
            var guess = torn.Contains(column) ? null : column.Known ?? ColumnGuess.Of(column.Heading, table.Texts(column.Index));
            if (guess is { } likely && Places(likely).Any(columns.ContainsKey)) guess = null;
            if (guess is { } free) Take(free, column.Index);
            else unused.Add(Shown(column.Index));
            Ask(column, guess, guess is null ? ColumnBasis.Open : ColumnBasis.Guessed);
        }
    }

    private void Take(RosterColumn column, int at)
    {
        foreach (var place in Places(column, isTaking: true)) columns.TryAdd(place, at);
        if (column is RosterColumn.Status or RosterColumn.StatusAndJoined) status.Add(new(at, plain[at]));
    }

    /// <summary>What is told by one column alone. The status may be told by several.</summary>
    private static RosterColumn[] Places(RosterColumn column, bool isTaking = false) => column switch
    {
        RosterColumn.StatusAndJoined => isTaking ? [RosterColumn.Status, RosterColumn.JoinedOn] : [RosterColumn.JoinedOn],
        RosterColumn.Status => isTaking ? [RosterColumn.Status] : [],
        RosterColumn.PartyPost => isTaking ? [RosterColumn.PartyPost] : [RosterColumn.PartyPost, RosterColumn.AnyPost],
        _ => [column],
    };

    private void Ask(Unsure column, RosterColumn? meant, ColumnBasis basis) =>
        asked.Add(new(column.Index, column.Heading, column.Key, [.. table.Texts(column.Index).Distinct().Take(MostSamples).Select(PrivateText.Quote)], meant, basis));

    private string Shown(int i) => PrivateText.Heading(plain[i], Sheet.Letter(i));

    /// <summary>单位 alone may be what the office calls its departments, or the office.</summary>
    private static bool IsWholeOffice(string heading) => heading.Contains("单位", StringComparison.Ordinal);
}
