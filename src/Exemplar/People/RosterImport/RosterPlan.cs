using System.Security.Cryptography;
using System.Text;
using Exemplar.Organization;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

public enum LineState
{
    [Display(Name = "新登记")] New,
    [Display(Name = "有变动")] Changed,
    [Display(Name = "调离")] Leaves,
    [Display(Name = "无变动")] Unchanged,
    [Display(Name = "重复")] Repeated,
    [Display(Name = "暂不导入")] LeftOut,
    [Display(Name = "有错误")] Wrong,
}

internal static class LineColours
{
    /// <summary>The badge of the style sheet; none for what stays as it is.</summary>
    public static string Colour(this LineState state) => state switch
    {
        LineState.New => "done",
        LineState.Changed or LineState.Leaves => "issued",
        LineState.LeftOut => "submitted",
        LineState.Wrong => "returned",
        _ => "",
    };
}

/// <summary>One person as they will be. <paramref name="What"/> says what changes, or why the line is not imported.</summary>
public sealed record PlannedLine(int Row, LineState State, Guid PersonId, PersonFacts Facts, Unit? Branch, Unit? Department, string What)
{
    /// <summary>The words of the sheet where no unit was looked up, because nothing of the line is imported.</summary>
    public RosterLine? Said { get; init; }

    /// <summary>The Party group that the sheet names; who leads it is told by it. Nobody's membership: a group's people are those of its branch.</summary>
    public Unit? Group { get; init; }

    /// <summary>Since when they belong to the branch, where the sheet says that it is later than its own day.</summary>
    public PartialDate? CameOn { get; init; }

    /// <summary>Where they belonged; null for somebody new.</summary>
    public Guid? From { get; init; }

    /// <summary>The branch and the department that they leave.</summary>
    public IReadOnlyList<Unit> Left { get; init; } = [];

    /// <summary>Where they belong, and since when, stays as it is.</summary>
    public bool KeepsPlace { get; init; }

    public string BranchName => Branch?.Name ?? Said?.Branch ?? "";
    public string DepartmentName => Department?.Name ?? Said?.Department ?? "";

    /// <summary>Silent where the sheet is: only whoever is imported is known to be a colleague.</summary>
    public string StatusName => Facts.Status?.Name() ?? (Said is null || Said.IsMember is false ? "干部职工" : "");
}

/// <summary>What an import will do: all of it, or with one error nothing.</summary>
public sealed record RosterPlan(RosterReading Reading, IReadOnlyList<PlannedLine> Lines, IReadOnlyList<Finding> Findings, IReadOnlyList<Unit> Founded, IReadOnlyCollection<UnknownUnit> Unknown, IReadOnlyList<Person> New)
{
    private const int MostRows = 12;

    public IEnumerable<Finding> Errors => Findings.Where(f => f.IsError);
    /// <summary>What happened on the roster beside the sheet: worth knowing, and decides nothing.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];
    public IEnumerable<Finding> Hints => Findings.Where(f => !f.IsError);

    /// <summary>The same hint of several rows is said once, with them: 第 5、7、9 行 L 列：….</summary>
    public IEnumerable<string> HintsInWords => Hints.GroupBy(h => (h.Sentence, h.Column, h.Row == 0)).Select(same =>
        same.Count() == 1 || same.Key.Item3 ? same.First().Text : $"第 {string.Join('、', same.Take(MostRows).Select(h => RowPlace.Short(h.Row)))}{(same.Count() > MostRows ? $" 等 {same.Count()}" : "")} 行 {same.First().AtColumn}");

    public IEnumerable<PlannedLine> Changes => Lines.Where(l => l.State is LineState.Changed);
    public IEnumerable<PlannedLine> Leavers => Lines.Where(l => l.State is LineState.Leaves);

    /// <summary>Somebody said that rows with something wrong stay out.</summary>
    public bool WithoutWrong { get; init; }

    /// <summary>Who came to their branch later than the day of the roster, as 备注 says.</summary>
    public IReadOnlyList<PlannedLine> Came => [.. Lines.Where(l => l.CameOn is not null)];

    /// <summary>Somebody said that everybody belongs there from the day of the roster on.</summary>
    public bool WithoutTransfers { get; init; }
    public bool IsSound => !Findings.Any(f => f.IsError);
    /// <summary>What the sheet says of 党内职务, in the order of its rows.</summary>
    public IReadOnlyList<PlannedPost> Posts { get; init; } = [];

    /// <summary>Who may be one person, and only somebody can say so.</summary>
    public IReadOnlyList<SameQuestion> Same { get; init; } = [];

    /// <summary>Posts that one person holds, and several are named for.</summary>
    public IReadOnlyList<PostQuestion> Questions { get; init; } = [];

    public IEnumerable<PlannedPost> NewPosts => Posts.Where(p => p.State is PostState.New);
    public bool MovesPosts => Posts.Any(p => p.State is PostState.New or PostState.Sooner);
    public bool IsIdle => MovesNobody && !MovesPosts;
    public bool MovesNobody => New.Count == 0 && Founded.All(IsForPosts) && !Lines.Any(l => l.State is LineState.Changed or LineState.Leaves);

    /// <summary>Whether it is a Party group that is set up for whoever leads it: no line of the sheet lists people by it.</summary>
    internal bool IsForPosts(Unit founded) => founded.Kind is UnitKind.PartyGroup && !Lines.Any(l => l.Group?.Id == founded.Id);

    /// <summary>The people alone.</summary>
    public RosterPlan WithoutPosts() => this with { Posts = [], Founded = [.. Founded.Where(u => !IsForPosts(u))] };

    /// <summary>What is to be asked now: a sheet with errors comes back anyway, so only for names that cannot be founded.</summary>
    public IReadOnlyCollection<UnknownUnit> Asked => IsSound ? Unknown : [.. Unknown.Where(u => !u.MayFound || u.Matched is not null)];

    /// <summary>What somebody must look at before it is taken over, in sentences; empty when all of it is clear.</summary>
    public IReadOnlyList<string> Doubts =>
    [
        .. Lines.Where(l => l.State is LineState.LeftOut).Select(l => l.Row > 0 ? $"{RowPlace.InWords(l.Row)} {l.Facts.Name}：{l.What}" : $"{l.Facts.Name}：{l.What}"),
        .. Same.Where(s => s.Answer is null && !Lines.Any(l => l.Row == s.Row && l.State is LineState.LeftOut)).Select(s => $"{RowPlace.InWords(s.Row)} {s.Said}：{s.Other}，是不是同一人请选定"),
        .. Unknown.Select(u => $"{u.Kind.Name()}“{u.Name}”系统里没有，是新设还是写错了请选定"),
        .. Posts.Where(p => p.State is PostState.Asked or PostState.LeftOut).Select(p => $"{RowPlace.InWords(p.Row)} {p.Person}：{p.Title}{(p.State is PostState.Asked ? "" : "不登记")}，{p.Why}"),
        .. Reading.Header.Asked.Select(c => $"{c.Heading}一列是什么请选定"),
    ];

    public int Count(LineState state) => Lines.Count(l => l.State == state);

    /// <summary>Two plans with the same digest do the same: what was confirmed is what was shown.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var unit in Founded) Add($"{unit.Kind}|{unit.Name}");
        foreach (var line in Lines) Add($"{line.Row}|{line.State}|{line.Facts}|{line.Branch?.Name}|{line.Department?.Name}|{(WithoutTransfers ? null : line.CameOn)}");
        foreach (var post in Posts) Add($"{post.Row}|{post.State}|{post.Title}|{post.From}|{post.OnRecord?.Id}");
        foreach (var finding in Findings) Add(finding.Text);
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes($"{text}\n"));
    }
}
