using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security;

/// <summary>A way to sign in. It belongs to a person, or to nobody (administrators, inspectors).</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    public Guid? PersonId { get; set; }

    /// <summary>The name shown for an account that belongs to nobody; a person's account shows the person's name.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>When its owner chose it; null where that is not known.</summary>
    public DateTimeOffset? PasswordSetAt { get; set; }

    /// <summary>The next sign-in leads to a new password.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Set while an administrator has taken the account out of use. Failed passwords lock signing in for a while and leave sessions alone.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    public DateTimeOffset OpenedAt { get; init; }
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("Accounts");
        table.Ignore(a => a.PhoneNumber);
        table.Ignore(a => a.PhoneNumberConfirmed);
        table.Property(a => a.DisplayName).HasMaxLength(60);
        table.HasIndex(a => a.PersonId);
    }
}
