namespace Exemplar.Platform.Security.Policy;

/// <summary>
/// Passwords that everybody tries first: a short list of patterns that offices use, in words of our own. What is looked at is the
/// password without digits and signs at its ends, so that <c>Password2026!</c> is known by <c>password</c>.
/// </summary>
public sealed class CommonPasswords
{
    /// <summary>Keyboard runs, words of the field in pinyin and English, names of products.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passw0rd", "p@ssword", "p@ssw0rd", "pass", "admin", "administrator", "root", "user", "guest", "test", "demo", "welcome", "login", "hello", "letmein", "iloveyou", "woaini", "abc", "abcd", "abcdef", "aaa", "qwe", "qwer", "qwert", "qwerty", "qwertyuiop", "asdf", "asdfgh", "asdfghjkl", "zxcv", "zxcvbn", "zxcvbnm", "qaz", "qazwsx", "wsx", "qweasd", "qweasdzxc", "dragon", "monkey", "sunshine", "princess", "football", "master", "shadow", "superman", "windows", "oracle", "mysql", "huawei", "tencent", "alibaba", "taobao", "weixin", "wechat", "china", "zhongguo", "beijing", "shanghai", "dangyuan", "dangwei", "dangzhibu", "zhibu", "jiguan", "bangongshi", "bangong", "zhengfu", "jiguandangwei", "exemplar", "biaolv", "mofan", "mofanjiguan", "office", "computer", "internet", "secret", "changeme", "default", "system", "mima", "denglu", "xitong", "guanliyuan",
    };

    private static readonly string[] Runs = ["01234567890", "09876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb"];

    public bool Knows(string password)
    {
        var core = password.Trim([.. "0123456789!@#$%^&*()_-+=.,?~ "]);
        var plain = new string([.. password.Where(char.IsAsciiLetterOrDigit)]).ToLowerInvariant();
        if (Words.Contains(core) || password.Distinct().Count() <= 2) return true;
        return plain.Length * 2 >= password.Length && (Words.Contains(plain) || IsOneRun(plain) || plain.Distinct().Count() <= 2);
    }

    /// <summary>Nothing but pieces of keyboard runs, such as <c>12345678</c> or <c>qwer1234</c>.</summary>
    private static bool IsOneRun(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var longest = Runs.Select(run => Prefix(run, text[at..])).Max();
            if (longest < 3 && longest < text.Length - at) return false;
            at += longest;
        }
        return text.Length > 0;
    }

    private static int Prefix(string run, string text)
    {
        for (var length = Math.Min(run.Length, text.Length); length > 0; length--)
            if (run.Contains(text[..length], StringComparison.Ordinal)) return length;
        return 0;
    }
}
