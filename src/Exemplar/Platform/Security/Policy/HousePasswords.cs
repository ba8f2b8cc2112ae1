using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security.Policy;

/// <summary>Says of a new password what the rules in force have against it, in Chinese.</summary>
internal sealed class HousePasswords(AppDb db, CommonPasswords common) : IPasswordValidator<Account>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var settings = await db.SettingsInForce(default);
        if (RefuseText(settings, password ?? "", user.UserName ?? "", common) is { } refusal) return No(refusal);

        var former = await db.FormerPasswords.AsNoTracking().Where(p => p.AccountId == user.Id).OrderByDescending(p => p.EndedAt).ThenByDescending(p => p.Id).Take(SecuritySettings.Remembered).Select(p => p.Hash).ToListAsync();
        if (settings.Rules is PasswordRules.Graded && former.Any(hash => manager.PasswordHasher.VerifyHashedPassword(user, hash, password!) is not PasswordVerificationResult.Failed))
            return No($"最近 {SecuritySettings.Remembered} 个密码不能再用");
        return IdentityResult.Success;
    }

    /// <summary>All that the text lacks, in one sentence; null when it is good enough.</summary>
    public static string? RefuseText(SecuritySettings settings, string password, string userName, CommonPasswords common)
    {
        List<string> wrong = [];
        if (password.Length < settings.Shortest) wrong.Add($"密码至少 {settings.Shortest} 位");
        if (userName.Length >= 2 && password.Contains(userName, StringComparison.OrdinalIgnoreCase)) wrong.Add("密码里不能有用户名");
        if (settings.Rules is PasswordRules.Graded && Classes(password) < 3) wrong.Add("密码须有三类字符：大写字母、小写字母、数字、符号里选三类");
        if (password.Length > 0 && common.Knows(password)) wrong.Add("这个密码太常见，别人一试就中，请换一个");
        return wrong.Count > 0 ? string.Join('；', wrong) : null;
    }

    private static int Classes(string password) =>
        new[] { password.Any(char.IsAsciiLetterUpper), password.Any(char.IsAsciiLetterLower), password.Any(char.IsAsciiDigit), password.Any(c => !char.IsAsciiLetterOrDigit(c)) }.Count(has => has);

    private static IdentityResult No(string sentence) => IdentityResult.Failed(new IdentityError { Code = "PasswordRefused", Description = sentence });
}
