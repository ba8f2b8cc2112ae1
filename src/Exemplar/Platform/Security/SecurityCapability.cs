using Exemplar.Platform.Security.Audit;
using Exemplar.Platform.Security.Factors;
using Exemplar.Platform.Security.Passkeys;
using Exemplar.Platform.Security.Policy;
using Exemplar.Platform.Web;

namespace Exemplar.Platform.Security;

/// <summary>What every account may do with itself, and what is noted at the doors.</summary>
public static class SecurityCapability
{
    public const string OwnAccount = "account.keep";
    public const string ReadAudit = "audit.read";
    public const string ConfigureSecurity = "security.configure";

    public static IServiceCollection AddOwnAccount(this IServiceCollection services) => services
        .AddPermissions(
            new Permission(OwnAccount, "管理自己的账号", Enum.GetValues<Role>()),
            new Permission(ReadAudit, "查看安全审计", Role.AuditAdministrator),
            new Permission(ConfigureSecurity, "设置密码规则和登录时限", Role.SecurityAdministrator))
        .AddMenu(new MenuItem(90, "安全审计", "/audit", ReadAudit), new MenuItem(92, "登录安全", "/security", ConfigureSecurity))
        .AddSingleton<CommonPasswords>().AddSingleton<SessionLimits>().AddScoped<ConfigureSecurity>()
        .AddSingleton(AuditAllowance.Usual).AddSingleton<SecurityAudit>().AddScoped<AuditTrail>()
        .AddScoped<SignIn>().AddSingleton<RememberedNames>().AddScoped<EnterCode>().AddScoped<HalfSignedIn>().AddScoped<SignInAttempt>()
        .AddSingleton<OneTimeCodes>().AddScoped<ProveFactor>().AddScoped<ProveOwner>()
        .AddScoped<OwnFactor>().AddScoped<EnrolFactor>().AddScoped<RenewRecoveryCodes>().AddScoped<RemoveFactor>().AddScoped<OwnProofs>()
        .AddSingleton<PasskeyChallenges>().AddScoped<PasskeyCeremonies>().AddScoped<ProvePasskey>()
        .AddScoped<SignInByPasskey>().AddScoped<OwnPasskeys>().AddScoped<AddPasskey>().AddScoped<RemovePasskey>()
        .AddScoped<ChangePassword>();
}
