using Exemplar.Documents.Sheets;

namespace Exemplar.Agenda.Guide;

/// <summary>Files to try the first steps with: invented people, and written as unevenly as offices write. Dates follow today, so that they are never out of date.</summary>
public sealed class SampleFile(Actor actor, TimeProvider clock)
{
    public const string Roster = "roster";
    public const string Register = "register";

    private static readonly double[] RosterWidths = [6, 10, 6, 12, 12, 14, 14, 14, 12, 14, 16];
    private static readonly double[] RegisterWidths = [6, 16, 16, 30, 14, 10, 26, 12, 14];

    /// <summary>Throws <see cref="NotFound"/> for a name that is none.</summary>
    public (string Name, byte[] Content) Show(string name)
    {
        actor.Demand(AgendaCapability.FollowGuide);
        return name switch
        {
            Roster => ("样例名册.xlsx", Write("党员名册", RosterWidths, SampleRows.OfRoster(clock.Today()))),
            Register => ("样例台账.xlsx", Write("三会一课", RegisterWidths, SampleRows.OfRegister(clock.Today()))),
            _ => throw new NotFound(nameof(SampleFile)),
        };
    }

    /// <summary>The title is the first row, as in the sheets of offices; the headings stand below it.</summary>
    private static byte[] Write(string sheet, double[] widths, IReadOnlyList<string[]> rows) =>
        SheetWriter.Write(sheet, [.. widths.Select((width, n) => new SheetColumn(rows[0].ElementAtOrDefault(n) ?? "", width))], rows.Skip(1));
}
