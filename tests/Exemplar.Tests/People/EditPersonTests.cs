using System.Net;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People;

public sealed class EditPersonTests : HouseTests
{
    private Person colleague = null!;

    private string Url => $"/people/{colleague.Id}/edit";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        colleague = await House.Somebody("吴同事", House.General);
    }

    [Fact]
    public async Task A_correction_is_kept_and_logged()
    {
        await (await Committee.Submit(Url, ("Form.Name", "吴童"), ("Form.BirthMonth", "198106"))).Leads(Committee, "已保存：吴童");
        Assert.Equal(new DateOnly(1981, 6, 1), await App.Read(db => db.People.Where(p => p.Name == "吴童").Select(p => p.BirthMonth).SingleAsync()));
        Assert.Equal(["test.given", "people.change"], await LogOf(colleague.Id));
    }

    [Fact]
    public async Task Who_becomes_a_member_enters_a_branch_in_the_same_step()
    {
        await (await Committee.Submit(Url, ("Form.Status", "Probationary"), ("Form.JoinedOn", "2026-03-01"))).Refuses("Branch", "党员须编入一个支部");
        await (await Committee.Submit(Url, ("Form.Status", "Probationary"), ("Form.JoinedOn", "2026-03-01"), ("Form.Branch", House.FirstBranch.Id.ToString()))).Leads(Committee, "已保存");

        var stays = await App.Read(db => db.Memberships.Where(m => m.PersonId == colleague.Id && m.To == null).Select(m => m.UnitId).ToListAsync());
        Assert.Equal(new HashSet<Guid> { House.General.Id, House.FirstBranch.Id }, [.. stays]);
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept()
    {
        await (await Committee.Submit(Url, ("Form.Name", "吴童"), ("Form.BirthMonth", "2030-01"))).Refuses("BirthMonth", "出生年月不能在今天之后");
        Assert.False(await App.Read(db => db.People.AnyAsync(p => p.Name == "吴童")));
    }

    [Fact]
    public async Task A_form_opened_before_somebody_elses_change_is_stale()
    {
        var page = await Committee.Open(Url);
        await (await Committee.Submit(Url, ("Form.Name", "吴童"))).Leads(Committee, "已保存");
        Assert.Equal(HttpStatusCode.Conflict, (await Committee.SubmitForm(page, Url, "main form[method=post]", ("Form.Name", "吴桐"))).StatusCode);
    }

    [Fact]
    public async Task Only_the_committees_office_may_and_only_in_its_own_house()
    {
        var foreigner = await House.Somebody("外人", House.OtherOffice);
        await (await As(Role.DepartmentHead, House.General)).IsShut(Url, HttpStatusCode.Forbidden);
        await Committee.IsShut($"/people/{foreigner.Id}/edit", HttpStatusCode.NotFound);
        await Committee.IsShut($"/people/{Guid.CreateVersion7()}/edit", HttpStatusCode.NotFound);
    }
}
