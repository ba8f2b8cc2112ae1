using Exemplar.Agenda.Calendar.Feeds;
using Exemplar.Documents.Sheets;
using Exemplar.Meetings.Past;
using Exemplar.People.RosterImport;
using Exemplar.People.TermImport;
using Exemplar.Platform.Data;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Audit;
using Exemplar.Tests.Meetings.Past;
using Exemplar.Tests.People.RosterImport;
using Exemplar.Tests.People.TermImport;
using Exemplar.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Authorization;

/// <summary>The tree, its objects and everybody who asks for them: built once for all tests of the matrix, which run one after another.</summary>
public sealed class Fixture : IAsyncLifetime
{
    /// <summary>The place of a role: where it covers its unit and the contact point, at the top of the office, or at the top without what is below.</summary>
    internal enum Seat { Usual, Top, TopAlone }

    private static readonly Lazy<RosterReading> Sheet = new(() => RosterReading.Of(SheetReader.ReadAll(RosterSamples.All["一个词拆成两行的表头"].File).Value![0], new(2026, 3, 10)).Value!);

    private static readonly Lazy<IReadOnlyList<Sheet>> Terms = new(() => SheetReader.ReadAll(WrittenTerms.In("Files").First().File).Value!);
    private static readonly Lazy<PastReading> Register = new(() => WrittenRegister.In("Files").First().Read().Value!);

    private readonly WriteLedger ledger = new();
    private readonly Dictionary<(string Principal, Seat), Session> sessions = [];
    private int accounts;

    public Fixture() => App = new()
    {
        // Ten thousand refusals are written down one by one: on a disk that would measure the disk.
        DataFolder = Directory.Exists("/dev/shm") ? Directory.CreateDirectory($"/dev/shm/exemplar-test-{Guid.CreateVersion7():N}").FullName : Directory.CreateTempSubdirectory("exemplar-test-").FullName,
        More = builder =>
        {
            builder.Services.AddSingleton<IStartupFilter>(ledger);
            builder.Services.AddSingleton(new AuditAllowance(int.MaxValue));   // each refusal is looked for
            builder.Services.AddSingleton<MatcherPolicy>(Doors);
            builder.Services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(ledger));
            builder.Services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(ledger));
        },
    };

    internal TestApp App { get; }
    internal ChangedDoors Doors { get; } = new();
    internal Objects Objects { get; } = new();
    internal IReadOnlyList<Node> Tree { get; } = Node.Tree();
    internal IReadOnlyList<Address> Addresses { get; private set; } = [];
    internal Session Stranger { get; private set; } = null!;

    internal Node At(string code) => Tree.Single(n => n.Code == code);

    internal Caller Caller() => new(App, ledger);

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        await new GivenObjects(App, Tree, Objects).Put();
        Addresses = await Support.Addresses.Of(App);
        Stranger = await Session.None(App);
        foreach (var principal in Principal.All) await Seated(principal);
    }

    private async Task Seated(Principal principal)
    {
        if (principal == Principal.Anonymous) sessions[(principal.Name, Seat.Usual)] = Stranger;
        else if (principal.Role is not { } role) sessions[(principal.Name, Seat.Usual)] = await Session.Open(App, await Account());
        else
        {
            sessions[(principal.Name, Seat.Usual)] = await Session.Open(App, await Usual(role));
            sessions[(principal.Name, Seat.Top)] = await Session.Open(App, await Account((role, At("A"), true)));
            sessions[(principal.Name, Seat.TopAlone)] = await Session.Open(App, await Account((role, At("A"), false)));
        }
    }

    internal Session SessionOf(Principal principal, Seat seat = Seat.Usual) => sessions.GetValueOrDefault((principal.Name, seat)) ?? sessions[(principal.Name, Seat.Usual)];

    /// <summary>After something that ends sessions.</summary>
    internal async Task SignInAgain(Principal principal, Seat seat)
    {
        if (SessionOf(principal, seat).Account is { } account) sessions[(principal.Name, seat)] = await Session.Open(App, account);
    }

    internal Task<Guid> Usual(Role role, DateOnly? to = null) => Account(to, (role, At(Node.Granted), true), (role, At(Node.NamedPoint), false));

    internal Task<Guid> Account(params (Role Role, Node Node, bool Inherit)[] grants) => Account(null, grants);

    internal async Task<Guid> Account(DateOnly? to, params (Role Role, Node Node, bool Inherit)[] grants)
    {
        var account = new Account { UserName = $"matrix-{++accounts}", NormalizedUserName = $"MATRIX-{accounts}", DisplayName = $"matrix {accounts}", OpenedAt = TestApp.Start, SecurityStamp = $"{accounts}" };
        var secret = CalendarFeed.NewSecret();
        CalendarFeed Feed(string key) => new() { AccountId = account.Id, Name = "matrix", SecretHash = CalendarFeed.HashOf(key), MadeAt = TestApp.Start };
        var (revoked, read) = (Feed(CalendarFeed.NewSecret()), Feed(secret));
        var roster = HandedInRoster.Of(account.Id, App.Clock.GetUtcNow(), "名册.xlsx", Sheet.Value);
        var register = HandedInRegister.Of(account.Id, App.Clock.GetUtcNow(), "登记表.xlsx", null, Register.Value);
        var terms = HandedInTerms.Of(account.Id, App.Clock.GetUtcNow(), "换届情况.xlsx", Terms.Value, new Dictionary<string, TermColumn>());
        var passkey = Factors.Passkey(account.Id);
        await App.Given([account, .. Factors.For(App, account.Id, grants.Select(g => g.Role)), revoked, read, roster, register, terms, passkey, .. grants.Select(g => new Grant { AccountId = account.Id, Role = g.Role, UnitId = g.Node.Unit.Id, Inherit = g.Inherit, From = new(2026, 1, 1), To = to })]);
        own[account.Id] = (revoked.Id, secret, roster.Id, register.Id, terms.Id, passkey.Id);
        return account.Id;
    }

    private readonly Dictionary<Guid, (Guid Feed, string Secret, Guid Roster, Guid Register, Guid Terms, Guid Passkey)> own = [];

    /// <summary>What belongs to an account itself: a feed, the secret of another one, a roster, a register and a sheet of elections that it handed in, a passkey.</summary>
    internal string? OwnOf(Guid? account, string kind) => account is { } id && own.TryGetValue(id, out var mine)
        ? kind switch { "feed" => $"{mine.Feed}", "feed-secret" => mine.Secret, "roster" => $"{mine.Roster}", "register" => $"{mine.Register}", "term-sheet" => $"{mine.Terms}", "passkey" => $"{mine.Passkey}", _ => null }
        : null;

    /// <summary>The same of somebody else.</summary>
    internal string OwnOfAnother(Guid? account, string kind) => OwnOf(own.Keys.First(k => k != account), kind)!;

    public Task DisposeAsync() => App.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class AuthorizationMatrix : ICollectionFixture<Fixture>
{
    public const string Name = "Authorization matrix";
}
