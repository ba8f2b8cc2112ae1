namespace Exemplar.Platform.Security;

public enum AccountStepKind
{
    [Display(Name = "开立")] Opened,
    [Display(Name = "重置密码")] PasswordReset,
    [Display(Name = "本人更换密码")] PasswordChanged,
    [Display(Name = "归到个人")] Tied,
    [Display(Name = "停用")] Locked,
    [Display(Name = "恢复")] Unlocked,

    /// <summary>At set-up: whoever opened it as the administrator uses it as well.</summary>
    [Display(Name = "与管理员账号同一人使用")] SameHand,
    [Display(Name = "发出邀请")] Invited,
    [Display(Name = "撤回邀请")] InvitationRevoked,
    [Display(Name = "接受邀请，设置密码")] InvitationAccepted,
    [Display(Name = "结束登录")] SessionsEnded,
    [Display(Name = "启用动态口令")] FactorEnrolled,
    [Display(Name = "停用动态口令")] FactorRemoved,
    [Display(Name = "重置动态口令和通行密钥")] FactorReset,
    [Display(Name = "用恢复码代替口令")] RecoveryCodeUsed,
    [Display(Name = "换新恢复码")] RecoveryCodesRenewed,
    [Display(Name = "添加通行密钥")] PasskeyAdded,
    [Display(Name = "删除通行密钥")] PasskeyRemoved,
}

/// <summary>Something done to an account. The account itself holds a password hash and never enters the record log; this does.</summary>
public sealed class AccountStep : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required AccountStepKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public Guid? ById { get; init; }

    /// <summary>The user name at that time: the log can be read without the table of accounts.</summary>
    public required string UserName { get; init; }

    public static AccountStep Of(Account account, AccountStepKind kind, Act by) =>
        new() { AccountId = account.Id, Kind = kind, At = by.At, ById = by.Account, UserName = account.UserName! };
}

internal sealed class AccountStepTable : IEntityTypeConfiguration<AccountStep>
{
    public void Configure(EntityTypeBuilder<AccountStep> table)
    {
        table.ToTable("AccountSteps");
        table.Property(s => s.UserName).HasMaxLength(256);
        table.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        table.HasIndex(s => s.AccountId);
    }
}
