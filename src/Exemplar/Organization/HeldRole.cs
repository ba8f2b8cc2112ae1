namespace Exemplar.Organization;

/// <summary>A role that is held on a day: by whom, and where it reaches.</summary>
/// <param name="Who">The person's name; of an account that belongs to nobody, its own.</param>
public sealed record HeldRole(Guid? PersonId, string Who, Role Role, string Unit, string Path, string Order, bool Inherit)
{
    /// <summary>As the gates ask (<see cref="HeldGrant.Covers"/>).</summary>
    public bool Reaches(string path) => Inherit ? path.StartsWith(Path, StringComparison.Ordinal) : path == Path;
}
