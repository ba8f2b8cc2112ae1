namespace Exemplar.Platform.Security.Policy;

public enum PasswordRules
{
    [Display(Name = "等保：至少 8 位、三类字符，90 天一换，不能用最近 5 个")] Graded,
    [Display(Name = "新式：至少 12 位、不常见，不定期换")] Modern,
}

/// <summary>
/// How passwords must be and how long a sign-in lasts: one record for the whole installation. The numbers of the graded rules are
/// those that assessors of 等保2.0 (GB/T 22239-2019) use in practice; the modern ones follow NIST SP 800-63B.
/// </summary>
public sealed class SecuritySettings : IRecord, IVersioned
{
    public const int DaysGood = 90, Remembered = 5;

    /// <summary>There is one.</summary>
    public static readonly Guid Only = new("0199aaaa-0000-7000-8000-000000000002");

    public Guid Id { get; init; } = Only;
    public PasswordRules Rules { get; set; }

    /// <summary>Without a click for so long, a sign-in ends.</summary>
    public int IdleMinutes { get; set; } = 30;

    /// <summary>After so long it ends whatever is done.</summary>
    public int MostHours { get; set; } = 10;
    public int Version { get; set; }

    /// <summary>False for a password of which nobody knows when it was chosen.</summary>
    public bool IsTooOld(DateTimeOffset? setAt, DateTimeOffset now) => Rules is PasswordRules.Graded && setAt?.AddDays(DaysGood) <= now;

    public TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);
    public TimeSpan Most => TimeSpan.FromHours(MostHours);

    public int Shortest => Rules is PasswordRules.Graded ? 8 : 12;

    public string InWords => $"{Rules.Name()}；{IdleMinutes} 分钟不操作退出，最长 {MostHours} 小时";

    /// <summary>What a field for a new password says.</summary>
    public string Hint => Rules is PasswordRules.Graded ? "至少 8 位，大写、小写、数字、符号里有三类" : "至少 12 位，可以是几个不相干的词连起来";
}

/// <summary>A password that an account had before, as its hash; the last few are not taken again.</summary>
public sealed class FormerPassword
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Hash { get; init; }
    public required DateTimeOffset EndedAt { get; init; }
}

internal sealed class SecuritySettingsTable : IEntityTypeConfiguration<SecuritySettings>
{
    public void Configure(EntityTypeBuilder<SecuritySettings> table)
    {
        table.ToTable("SecuritySettings");
        table.Ignore(s => s.Idle);
        table.Ignore(s => s.Most);
    }
}

internal sealed class FormerPasswordTable : IEntityTypeConfiguration<FormerPassword>
{
    public void Configure(EntityTypeBuilder<FormerPassword> table)
    {
        table.ToTable("FormerPasswords");
        table.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        table.HasIndex(p => new { p.AccountId, p.EndedAt });
    }
}
