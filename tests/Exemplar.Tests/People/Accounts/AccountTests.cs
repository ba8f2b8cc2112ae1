using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.People.Accounts;

/// <summary>A house with a system and a security administrator, and an account to work on.</summary>
public abstract class AccountTests : HouseTests
{
    protected HttpClient SystemAdmin { get; private set; } = null!;
    protected HttpClient Security { get; private set; } = null!;
    protected Guid SecurityId { get; private set; }
    protected Guid AccountId { get; private set; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        SystemAdmin = App.As(await House.AccountOf(null, "系统管理员", (Role.SystemAdministrator, House.Office)));
        SecurityId = await House.AccountOf(null, "安全管理员", (Role.SecurityAdministrator, House.Office));
        Security = App.As(SecurityId);
        AccountId = await House.AccountOf(await House.Somebody("郑党员", House.FirstBranch), "郑党员");
    }

    protected async Task<Guid> AccountElsewhere() => await House.AccountOf(await House.Somebody("外人", House.OtherOffice), "外人");
}
