using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Tasks;

public sealed class ReceiveTaskTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private House house = null!;
    private Guid assignment;

    private string Url => $"/assignments/{assignment}/receive";

    [Fact]
    public async Task A_branch_receives_its_task_once()
    {
        var secretary = app.As(await house.Account("书记", (Role.BranchSecretary, house.FirstBranch)));
        Assert.Equal(HttpStatusCode.Redirect, (await secretary.Submit(Url)).StatusCode);
        Assert.Equal("已签收：开好组织生活会", (await secretary.Open($"/assignments/{assignment}")).Receipt());

        var again = await secretary.Submit(Url);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("不能签收", (await again.Read()).QuerySelector("[role=alert]:not([hidden])")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["test.given", "tasks.receive"], await app.Read(db => db.LogEntries.Where(e => e.RecordId == assignment).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync()));
    }

    [Fact]
    public async Task Another_branch_does_not_find_it()
    {
        var neighbour = app.As(await house.Account("邻书记", (Role.BranchSecretary, house.SecondBranch)));
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.SendForm(await neighbour.Open("/tasks"), Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/assignments/{Guid.CreateVersion7()}/receive")).StatusCode);
        Assert.Equal(AssignmentState.Issued, await app.Read(db => db.Assignments.Select(a => a.State).SingleAsync()));
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        house = await House.Build(app);
        assignment = (await GivenTask.Issued(app, house, "开好组织生活会", null, house.FirstBranch)).Assignments[0].Id;
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
