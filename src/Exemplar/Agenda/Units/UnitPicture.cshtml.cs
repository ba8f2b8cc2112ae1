using Exemplar.Organization;
using Exemplar.Platform.Web;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Units;

[Needs(OrganizationCapability.View)]
public sealed class UnitPicturePage(UnitPicture picture) : SlicePage
{
    public UnitPicture.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await picture.Show(ct);

    public void OnGet() { }

    /// <summary>书记 for Party bodies, 负责人 elsewhere.</summary>
    public static string LeaderOf(UnitKind kind) => kind switch
    {
        UnitKind.Committee or UnitKind.GeneralBranch or UnitKind.Branch or UnitKind.PartyLeadershipGroup => "书记",
        UnitKind.PartyGroup or UnitKind.LeadingGroup => "组长",
        _ => "负责人",
    };

    public static string Words((DateOnly Ends, StandingState State) term) => term.State switch
    {
        StandingState.Missed => $"{term.Ends.Iso()} 届满，已超期",
        _ => $"{term.Ends.Iso()} 届满",
    };
}
