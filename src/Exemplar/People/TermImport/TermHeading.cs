using Exemplar.People.RosterImport;

namespace Exemplar.People.TermImport;

/// <summary>A column of which somebody may say what it is: it was not used, or not for its words.</summary>
/// <param name="Key">By which what was said of it is found again.</param>
/// <param name="Words">The heading; long ones and such with numbers are not kept and therefore not asked about.</param>
/// <param name="Is">What it is taken for; null when it is not used.</param>
/// <param name="IsByContents">Taken for it because its cells look so; else because somebody said so.</param>
/// <param name="Examples">The first of its cells, shortened.</param>
public sealed record TermHeading(string Key, string Words, int Column, TermColumn? Is, bool IsByContents, IReadOnlyList<string> Examples)
{
    /// <summary>What may be said of a column, in the order in which a sheet has them.</summary>
    public static readonly IReadOnlyList<TermColumn> Offered =
    [
        TermColumn.Elected, TermColumn.Years, TermColumn.Ends, TermColumn.Span, TermColumn.Unit, TermColumn.Secretary, TermColumn.Deputy, TermColumn.FullTimeDeputy,
        TermColumn.Organization, TermColumn.Publicity, TermColumn.Discipline, TermColumn.Members, TermColumn.Name, TermColumn.Post, TermColumn.Basis, TermColumn.Notes, TermColumn.Unneeded,
    ];

    public static string KeyOf(string heading) => OfficeWords.KeyOf(heading);
}
