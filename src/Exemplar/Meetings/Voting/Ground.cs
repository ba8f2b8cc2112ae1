using Exemplar.Rules.Catalogue;

namespace Exemplar.Meetings.Voting;

/// <summary>One rule with the numbers of one vote put in: why the result is what it is.</summary>
/// <param name="Sentence">E.g. 实到 17 人，应到 20 人的五分之四为 16 人，达到.</param>
/// <param name="Rule">Its id in <c>rules/catalogue/</c>, where source, article and certainty stand.</param>
/// <param name="Decides">False where it only warns: the result does not hang on it.</param>
public sealed record Ground(bool IsMet, string Sentence, string Rule, bool Decides = true)
{
    /// <summary>A rule of procedure that was kept or not; whoever reads the record judges what follows.</summary>
    public static Ground Warning(bool isMet, string sentence, string rule) => new(isMet, sentence, rule, Decides: false);

    /// <summary>Said beside the result, on page and paper, and not only where somebody asks why.</summary>
    public bool IsWarning => !IsMet && !Decides;

    internal static string Verdict(bool isMet) => isMet ? "达到" : "未达到";
}

public static class GroundSources
{
    public static string SourceOf(this RuleCatalogue catalogue, Ground ground) => catalogue.Latest(ground.Rule)?.SourceInWords ?? ground.Rule;
}
