using Exemplar.Platform.Jobs;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

[Needs(PeopleCapability.Import)]
public sealed class RosterProgressPage(ImportRoster import, LongWorks works) : LongWorkPage(works)
{
    public override string Back => $"/people/import/{FileId}";

    protected override Task Open(CancellationToken ct) => import.Open(FileId, ct);
}
