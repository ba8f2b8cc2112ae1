using Exemplar.Documents.Sheets;
using Exemplar.Organization;
using Exemplar.People.RosterImport;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterSheets;

/// <summary>The words of a roster sheet: written by us, looked for when it comes back.</summary>
internal static class RosterSheetWords
{
    public const string Roster = "名册";
    public const string Number = "序号";

    /// <summary>人员状态 of somebody who has left the office; no register has it.</summary>
    public const string Left = "调离";
    private static readonly string[] WordsForLeft = [Left, "调出", "调走", "已调离", "已调出", "已调走", "离开"];

    /// <summary>Our own form of the roster, with a number ahead.</summary>
    public static readonly IReadOnlyList<SheetColumn> Columns = [new(Number, 6), .. RosterTemplate.Columns.Select(c => c.Heading switch { "备注" => c with { Width = 20 }, "入党时间" or "转正时间" => c with { Width = 16 }, _ => c })];
    public static readonly IReadOnlyList<string> Headings = [.. Columns.Select(c => c.Heading)];

    public const string Sexes = "男,女", Statuses = "中共党员,预备党员,留党察看,群众", Standings = $"在职,退休,{Left}";

    /// <summary>Posts of a branch; whoever holds two writes both.</summary>
    public static readonly string Posts = string.Join(',', ((PostKind[])[PostKind.Secretary, PostKind.DeputySecretary, PostKind.OrganizationMember, PostKind.PublicityMember, PostKind.DisciplineMember, PostKind.CommitteeMember]).Select(k => k.Name()));

    /// <summary>The column of a heading, as a letter.</summary>
    public static string LetterOf(string heading) => Sheet.Letter(Headings.ToList().IndexOf(heading));

    public static bool SaysLeft(string text) => Array.IndexOf(WordsForLeft, HalfWidth.Of(text).Trim()) >= 0;
}
