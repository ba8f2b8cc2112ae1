using System.Net;
using Exemplar.People.Accounts.Invitations;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts.Invitations;

public sealed class RevokeInvitationTests : AccountTests
{
    [Fact]
    public async Task A_revoked_invitation_stands_as_ended_and_is_offered_no_more()
    {
        var opened = await SystemAdmin.Submit("/accounts/new", ("Form.DisplayName", "值班"), ("Form.UserName", "值班"));
        var account = opened.Headers.Location!.OriginalString;
        Assert.NotNull((await SystemAdmin.Open(account)).QuerySelector($"a[href='{account}/invitation/revoke']"));

        var page = await (await SystemAdmin.Submit($"{account}/invitation/revoke")).Leads(SystemAdmin, "已撤回邀请：值班");

        Assert.Contains("也没有可用的邀请", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='{account}/invitation/revoke']"));
        var invitation = await App.Read(db => db.Invitations.SingleAsync());
        Assert.Equal((InvitationEnding.Revoked, TestApp.Start), (invitation.Ending!.Value, invitation.EndedAt!.Value));
        Assert.Equal(["accounts.open", "accounts.open"], await LogOf(invitation.Id));
        Assert.True(await App.Read(db => db.AccountSteps.AnyAsync(s => s.Kind == AccountStepKind.InvitationRevoked)));
    }

    [Fact]
    public async Task Where_none_is_open_nothing_is_done()
    {
        await (await SystemAdmin.Submit($"/accounts/{AccountId}/invitation/revoke")).Refuses("", "没有还可以用的邀请");
        Assert.Equal(0, await App.Read(db => db.AccountSteps.CountAsync()));
    }

    [Fact]
    public async Task Only_the_system_administrator_may_and_only_in_the_own_house()
    {
        await Security.IsShut($"/accounts/{AccountId}/invitation/revoke", HttpStatusCode.Forbidden);
        await SystemAdmin.IsShut($"/accounts/{await AccountElsewhere()}/invitation/revoke", HttpStatusCode.NotFound);
        await SystemAdmin.IsShut($"/accounts/{Guid.CreateVersion7()}/invitation/revoke", HttpStatusCode.NotFound);
    }
}
