namespace Exemplar.Platform.Security;

/// <summary>Who is doing this request. The place gate: every handler asks it before it reads or changes anything.</summary>
public sealed class Actor(PermissionTable permissions, TimeProvider clock)
{
    private ActingAccount? account;

    public ActingAccount Account => account ?? throw new InvalidOperationException("Nobody is signed in");
    public bool IsSignedIn => account is not null;
    public Guid? PersonId => account?.PersonId;

    public void Become(ActingAccount acting) => account = acting;

    /// <summary>The three administrators prove themselves by two factors, or by a passkey, which is both in one; others may.</summary>
    public bool NeedsFactor => Grants.Any(g => g.Role.IsAdministrator());

    public bool OwesFactor => NeedsFactor && account is { HasSecondFactor: false };

    /// <summary>What must be done before anything else, the page that does it, and all pages that do; null when nothing is.</summary>
    internal (string Address, string[] Views)? Owes =>
        account is { MustChangePassword: true } ? ("/password", ["/Platform/Security/ChangePassword"])
        : OwesFactor ? ("/second-factor/enrol", ["/Platform/Security/Factors/EnrolFactor", "/Platform/Security/Passkeys/AddPasskey"])
        : null;

    public IEnumerable<HeldGrant> Grants => account?.Grants.Where(g => g.IsValidOn(clock.Today())) ?? [];

    public IEnumerable<HeldGrant> GrantsFor(string permission) => Grants.Where(g => permissions.Allows(g.Role, permission));

    public bool May(string permission) => GrantsFor(permission).Any();

    public bool May(string permission, IPlaced within) => GrantsFor(permission).Any(g => g.Covers(within));

    /// <summary>For what a whole office shares: also those may see it who hold the permission only in a part of the office.</summary>
    public bool MayInside(string permission, IPlaced office) =>
        GrantsFor(permission).Any(g => g.Covers(office) || g.Path.StartsWith(office.Path, StringComparison.Ordinal));

    /// <summary>
    /// Throws <see cref="Forbidden"/> without the permission there, and <see cref="NotFound"/> when the actor holds
    /// nothing over the unit: a 403 would tell them that it exists.
    /// </summary>
    public void Demand(string permission, IPlaced within)
    {
        if (May(permission, within)) return;
        throw Grants.Any(g => g.Covers(within)) ? new Forbidden(permission) : new NotFound(permission);
    }

    /// <summary>For what has no place of its own, such as the first list of a capability.</summary>
    public void Demand(string permission)
    {
        if (!May(permission)) throw new Forbidden(permission);
    }

    /// <summary>For what the whole installation shares: whoever holds the permission only in a part of an office may not.</summary>
    public void DemandEverywhere(string permission)
    {
        if (!GrantsFor(permission).Any(g => g.Inherit && g.Path.Count(c => c == '/') == 2)) throw new Forbidden(permission);
    }

    public Act Act() => new(account?.Id, account?.PersonId, clock.GetUtcNow());
}
