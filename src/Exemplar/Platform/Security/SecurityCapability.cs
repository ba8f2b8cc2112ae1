namespace Exemplar.Platform.Security;

/// <summary>What every account may do with itself.</summary>
public static class SecurityCapability
{
    public const string OwnAccount = "account.keep";

    public static IServiceCollection AddOwnAccount(this IServiceCollection services) => services
        .AddPermissions(new Permission(OwnAccount, "管理自己的账号", Enum.GetValues<Role>()))
        .AddScoped<SignIn>()
        .AddScoped<ChangePassword>();
}
