using System.Security.Cryptography;
using System.Text;
using Exemplar.Organization;

namespace Exemplar.People.RosterImport;

public enum LineState
{
    [Display(Name = "新登记")] New,
    [Display(Name = "有变动")] Changed,
    [Display(Name = "无变动")] Unchanged,
    [Display(Name = "存疑，不导入")] LeftOut,
}

/// <summary>One person as they will be. <paramref name="What"/> says what changes, or why the line is left out.</summary>
public sealed record PlannedLine(int Row, LineState State, Guid PersonId, PersonFacts Facts, Unit? Branch, Unit? Department, string What);

/// <summary>What an import will do: all of it, or with one error nothing.</summary>
public sealed record RosterPlan(RosterReading Reading, IReadOnlyList<PlannedLine> Lines, IReadOnlyList<Finding> Findings, IReadOnlyList<Unit> Founded, IReadOnlyList<Person> New)
{
    public IEnumerable<Finding> Errors => Findings.Where(f => f.IsError);
    public IEnumerable<Finding> Doubts => Findings.Where(f => !f.IsError);
    public IEnumerable<PlannedLine> Changes => Lines.Where(l => l.State is LineState.Changed);
    public bool IsSound => !Findings.Any(f => f.IsError);
    public bool IsIdle => New.Count == 0 && Founded.Count == 0 && !Lines.Any(l => l.State is LineState.Changed);

    public int Count(LineState state) => Lines.Count(l => l.State == state);

    /// <summary>Two plans with the same digest do the same: what was confirmed is what was shown.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var unit in Founded) Add($"{unit.Kind}|{unit.Name}");
        foreach (var line in Lines) Add($"{line.Row}|{line.State}|{line.Facts}|{line.Branch?.Name}|{line.Department?.Name}");
        foreach (var finding in Findings) Add(finding.Text);
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes($"{text}\n"));
    }
}
