using System.Net;
using Exemplar.Organization;
using Exemplar.Platform.Log.Verification;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Durability;

/// <summary>F7: the computer's clock jumps. The log goes by its sequence, whoever is signed in stays so for as long as they would have, and nothing is lost.</summary>
public sealed class ClockJumpTests : HouseTests
{
    [Theory]
    [InlineData(-24)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(24)]
    public async Task The_log_holds_and_work_goes_on(int hours)
    {
        await Happens("之前的科", 901);
        await App.Seal();
        App.Clock.AdjustTime(App.Clock.GetUtcNow().AddHours(hours));
        await Happens("之后的科", 902);
        await App.Seal();
        Assert.Equal(HttpStatusCode.Redirect, (await Committee.Submit($"/units/{House.Office.Id}/new", ("Form.Kind", "Department"), ("Form.Name", "又一个科"))).StatusCode);

        var names = await App.Read(db => db.LogEntries.Where(e => e.RecordType == nameof(Unit)).OrderByDescending(e => e.Id).Take(3).Join(db.Units, e => e.RecordId, u => u.Id, (e, u) => new { e.Id, u.Name }).OrderBy(x => x.Id).Select(x => x.Name).ToListAsync());
        Assert.Equal(["之前的科", "之后的科", "又一个科"], names);
        await using var scope = App.Services.CreateAsyncScope();
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<VerifyLog>().Handle(null, null, default)).Findings);
    }

    private Task Happens(string name, int number) => App.Given(Unit.Found(Guid.CreateVersion7(), UnitKind.Department, name, House.Office, number, number).Value!);
}
