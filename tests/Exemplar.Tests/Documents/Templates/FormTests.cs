using Exemplar.Documents.Templates;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Exemplar.Tests.Support;
using Exemplar.Tests.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Documents.Templates;

/// <summary>The house with two tasks and a clerk of the leading group's office who fills forms.</summary>
public abstract class FormTests : HouseTests
{
    protected HttpClient Clerk { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Clerk = await As(Role.CampaignOffice, House.Office);
        var head = await House.Somebody("钱某", House.General);
        await App.Given(new Post { UnitId = House.General.Id, PersonId = head.Id, Kind = PostKind.Head, From = new(2026, 1, 1) });
        var task = await GivenTask.Issued(App, House, "梳理服务事项", new(2026, 3, 31), House.General, House.Secretariat);
        await GivenTask.Issued(App, House, "=压减文件", new(2026, 4, 30), House.Secretariat);
        var reporter = App.As(await House.Account("科长", (Role.DepartmentHead, House.General)));
        await reporter.Submit($"/assignments/{task.Assignments[0].Id}/report", ("Form.Text", "已开两次碰头会"), ("Form.Finish", "false"));
    }

    /// <summary>Hands the blank in and accepts what is suggested; the form's address.</summary>
    protected async Task<string> Pointed(byte[] blank, string name = "空表.xlsx")
    {
        var point = (await Clerk.SubmitFile("/forms/new", "Form.File", name, blank)).Headers.Location!.OriginalString;
        var answer = await Clerk.Submit(point);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    protected static async Task<byte[]> Filled(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {(await answer.Read()).QuerySelector(".notice.bad")?.TextContent}");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    protected Task<FormTemplate> Template(string url) => App.Read(db => db.FormTemplates.Include(t => t.Mappings).SingleAsync(t => t.Id == Guid.Parse(url.Split('/')[2])));
}
