using Exemplar.Organization;
using Exemplar.Platform.Log;
using Exemplar.Tasks;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Tasks;

internal static class GivenTask
{
    /// <summary>A task issued by the leading group's office to these units; the first one leads.</summary>
    public static async Task<WorkTask> Issued(TestApp app, House house, string title, DateOnly? due, params Unit[] units)
    {
        var act = new Act(null, null, app.Clock.GetUtcNow());
        var task = new WorkTask { Title = title, IssuerId = house.GroupOffice.Id, SourceId = house.Office.Id, DueOn = due, IssuedAt = act.At };
        foreach (var unit in units) task.Assign(unit, leads: unit == units[0], act);
        await app.Given(task);
        return task;
    }
}
