using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security;

/// <summary>What ASP.NET Core Identity says, in Chinese.</summary>
internal sealed class ChineseErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Say(nameof(DefaultError), "没有办成，请稍后再试");
    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), $"用户名“{userName}”已有人使用");
    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "请填写用户名");
    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "原密码不对");

    private static IdentityError Say(string code, string sentence) => new() { Code = code, Description = sentence };
}
