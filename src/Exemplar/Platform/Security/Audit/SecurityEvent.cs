namespace Exemplar.Platform.Security.Audit;

public enum SecurityEventKind
{
    [Display(Name = "登录")] SignedIn,
    [Display(Name = "登录失败")] SignInFailed,
    [Display(Name = "动态口令不对")] CodeFailed,
    [Display(Name = "通行密钥不对")] PasskeyFailed,
    [Display(Name = "邀请码无效")] InvitationRefused,
    [Display(Name = "连续失败锁定")] LockedOut,
    [Display(Name = "退出")] SignedOut,

    /// <summary>403: the permission is missing, or holds elsewhere.</summary>
    [Display(Name = "没有权限")] Forbidden,

    /// <summary>404 behind a door that was open: it does not exist, or may not be seen. Which of the two is not told outside.</summary>
    [Display(Name = "不可见或不存在")] NotShown,
}

/// <summary>
/// Something at the doors that changes no record. Rows are added, never changed (<see cref="SecurityTables"/>). No words that
/// somebody typed: of an address only its pattern with ids and numbers put in, of a failed sign-in no name.
/// </summary>
public sealed class SecurityEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required SecurityEventKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Whose session, or whom a sign-in was for; null where no account is known.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>What was asked for, e.g. <c>tasks.accept</c>; empty for sign-ins.</summary>
    public string Permission { get; init; } = "";
    public string Path { get; init; } = "";

    /// <summary>1; more in a row that stands for those beyond the allowance of its minute.</summary>
    public int Times { get; init; } = 1;
}

internal sealed class SecurityEventTable : IEntityTypeConfiguration<SecurityEvent>
{
    public void Configure(EntityTypeBuilder<SecurityEvent> table)
    {
        table.ToTable("SecurityEvents");
        table.Property(e => e.Permission).HasMaxLength(64);
        table.Property(e => e.Path).HasMaxLength(200);
        table.HasIndex(e => new { e.At, e.Id });
        table.HasIndex(e => new { e.Kind, e.At, e.Id });
    }
}
