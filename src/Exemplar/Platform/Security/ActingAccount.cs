namespace Exemplar.Platform.Security;

/// <summary>A unit's place in the tree as closed segments, e.g. <c>/1/12/</c>: <c>/1/2/</c> never matches <c>/1/20/</c>.</summary>
public interface IPlaced
{
    string Path { get; }
}

/// <summary>A grant with its place, as the gates ask for it.</summary>
public sealed record HeldGrant(Role Role, Guid UnitId, string UnitName, string Path, bool Inherit, DateOnly From, DateOnly? To)
{
    public bool Covers(IPlaced unit) => Inherit ? unit.Path.StartsWith(Path, StringComparison.Ordinal) : unit.Path == Path;

    public bool IsValidOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>Who is acting: the account, the person behind it, and all grants ever given (valid ones are picked by date).</summary>
/// <param name="HasSecondFactor">One-time codes, or a passkey.</param>
/// <param name="MustChangePassword">Also when the rules in force say that it is too old.</param>
public sealed record ActingAccount(Guid Id, string Name, Guid? PersonId, bool MustChangePassword, bool HasSecondFactor, IReadOnlyList<HeldGrant> Grants);
