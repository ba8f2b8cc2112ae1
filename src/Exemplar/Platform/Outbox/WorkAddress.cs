using MimeKit;

namespace Exemplar.Platform.Outbox;

/// <summary>A mail address as somebody types it: one address, nothing around it.</summary>
public static class WorkAddress
{
    public const int Longest = 254;

    /// <summary>The address; null for anything that is none. A line break in it could add a header, so control characters make it none.</summary>
    public static string? Read(string? typed)
    {
        var text = typed.Trimmed();
        if (text.Length > Longest || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c > '~')) return null;
        return MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address == text && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1 ? text : null;
    }

    /// <summary>Domains typed with commas, spaces or line breaks between them.</summary>
    public static List<string> Domains(string? typed) =>
        [.. typed.Trimmed().Split([',', '，', '、', ';', '；', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(d => d.TrimStart('@').ToLowerInvariant()).Where(d => d.Length > 0).Distinct()];

    public static bool IsIn(this string address, IReadOnlyCollection<string> domains) =>
        domains.Count == 0 || domains.Contains(address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant());

    internal static string Trimmed(this string? typed) => typed?.Trim() ?? "";
}
