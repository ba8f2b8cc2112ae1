using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Architecture;

/// <summary>Every address stands behind exactly one permission, or on the list of those that were looked at and left open.</summary>
public sealed class EndpointSweepTests : IAsyncLifetime
{
    /// <summary>Open to whoever comes, each with its reason.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["/"] = "leads to the sign-in page, to the set-up page or to one's own workbench",
        ["/sign-in"] = "the door itself",
        ["/sign-in/code"] = "the second page of the door: opens to whoever gave a right password within five minutes",
        ["/sign-in/passkey"] = "the door by a passkey: a challenge for whoever comes, and its answer",
        ["/invitation"] = "for whoever has no password yet: the code of the invitation is the key, and any other is refused in the same words",
        ["/sign-out"] = "ends what is left of a session, whatever state it is in",
        ["/set-up"] = "asks for the code from the server's console; shut once a unit exists",
        ["/refused/{status:int}"] = "says a refusal in words",
        ["/feeds/{secret}.ics"] = "for calendar programs, which do not sign in: the address is the secret, and answers with its owner's rights",
        ["/health/live"] = "for the machine that watches; says one word",
        ["/health/ready"] = "for the machine that watches; says one word",
        ["/{**path}"] = "unknown addresses: answers 404",
    };

    /// <summary>Only an unpublished run has it: it looks for files that were added since the build, and answers nobody.</summary>
    private const string FilesSinceTheBuild = "/{**path:file}";

    private readonly TestApp app = new();
    private IReadOnlyList<Address> addresses = [];

    [Fact]
    public void Every_address_needs_exactly_one_permission_or_stands_on_the_reviewed_list()
    {
        var table = app.Services.GetRequiredService<PermissionTable>();
        Assert.Empty(addresses.Select(a => Fault(a, table)).OfType<string>());
    }

    [Fact]
    public void The_reviewed_list_holds_no_address_that_is_gone() =>
        Assert.Empty(Open.Keys.Except(addresses.Select(a => a.Pattern)));

    [Fact]
    public void Files_are_only_read() =>
        Assert.All(addresses.Where(a => a.IsFile), a => Assert.False(a.Takes("POST") || a.Takes("PUT") || a.Takes("DELETE"), a.Pattern));

    [Fact]
    public async Task A_file_that_no_build_knows_is_served_to_nobody()
    {
        var answer = await app.Browser().GetAsync("/no-such-file.css");
        Assert.False(answer.IsSuccessStatusCode);
    }

    [Fact]
    public void Each_breach_is_named()
    {
        var table = app.Services.GetRequiredService<PermissionTable>();
        Assert.EndsWith("has no permission and is not on the list", Fault(Seeded("/secret"), table), StringComparison.Ordinal);
        Assert.EndsWith("has no permission and is not on the list", Fault(Seeded("/secret", new AllowAnonymousAttribute()), table), StringComparison.Ordinal);
        Assert.EndsWith("needs 2 permissions", Fault(Seeded("/two", new NeedsAttribute("tasks.view"), new NeedsAttribute("tasks.report")), table), StringComparison.Ordinal);
        Assert.EndsWith("needs tasks.fly, which no table holds", Fault(Seeded("/odd", new NeedsAttribute("tasks.fly")), table), StringComparison.Ordinal);
        Assert.EndsWith("is open to everybody in spite of its permission", Fault(Seeded("/both", new NeedsAttribute("tasks.view"), new AllowAnonymousAttribute()), table), StringComparison.Ordinal);
        Assert.Null(Fault(Seeded("/fine", new NeedsAttribute("tasks.view")), table));
    }

    private static Address Seeded(string pattern, params object[] metadata) => new(pattern, new EndpointMetadataCollection(metadata), null);

    private static string? Fault(Address address, PermissionTable table)
    {
        if (address is { Pattern: FilesSinceTheBuild, IsAnonymous: false }) return null;
        if (address.IsFile || Open.ContainsKey(address.Pattern)) return null;
        if (address.Permissions is []) return $"{address.Pattern} has no permission and is not on the list";
        if (address.Permissions is not [var permission]) return $"{address.Pattern} needs {address.Permissions.Count} permissions";
        if (address.IsAnonymous) return $"{address.Pattern} is open to everybody in spite of its permission";
        return table.All.Any(p => p.Name == permission) ? null : $"{address.Pattern} needs {permission}, which no table holds";
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        addresses = await Addresses.Of(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
