using Exemplar.Platform.Jobs;
using Exemplar.Platform.Web;

namespace Exemplar.Meetings.Past;

[Needs(MeetingsCapability.Record)]
public sealed class RegisterProgressPage(ImportRegister import, LongWorks works) : LongWorkPage(works)
{
    public override string Back => $"/meetings/past/{FileId}";

    protected override Task Open(CancellationToken ct) => import.Open(FileId, ct);
}
