using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.People;

public sealed class PersonPageTests : HouseTests
{
    [Fact]
    public async Task A_person_is_seen_from_each_of_their_units_and_from_no_other()
    {
        var person = await House.Somebody("郑党员", House.General, House.FirstBranch);
        var url = $"/people/{person.Id}";

        Assert.NotNull((await Committee.Open(url)).QuerySelector($"a[href='{url}/edit']"));
        Assert.Null((await (await As(Role.BranchSecretary, House.FirstBranch)).Open(url)).QuerySelector($"a[href='{url}/edit']"));
        await (await As(Role.DepartmentHead, House.General)).Open(url);
        Assert.Equal(HttpStatusCode.NotFound, (await (await As(Role.BranchSecretary, House.SecondBranch)).GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.Member, House.FirstBranch)).GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task People_elsewhere_and_unknown_ones_are_not_found()
    {
        var foreigner = await House.Somebody("外人", House.OtherOffice);
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync($"/people/{foreigner.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync($"/people/{Guid.CreateVersion7()}")).StatusCode);
    }
}
