using Exemplar.Organization;
using Exemplar.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Support;

/// <summary>Tests that take place in the <see cref="House"/>.</summary>
public abstract class HouseTests : IAsyncLifetime
{
    protected TestApp App { get; init; } = new();
    protected House House { get; private set; } = null!;

    /// <summary>The office of the Party committee: keeps the units and the roster of the whole office.</summary>
    protected HttpClient Committee { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        await App.InitializeAsync();
        House = await House.Build(App);
        Committee = App.As(await House.Account("党办", (Role.CommitteeOffice, House.Office)));
    }

    protected async Task<HttpClient> As(Role role, Unit unit) => App.As(await House.Account("某人", (role, unit)));

    protected Task<List<string>> LogOf(Guid record) => App.Read(db => db.LogEntries.Where(e => e.RecordId == record).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());

    public virtual Task DisposeAsync() => App.DisposeAsync();
}
