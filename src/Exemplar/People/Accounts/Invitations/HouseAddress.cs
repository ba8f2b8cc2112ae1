namespace Exemplar.People.Accounts.Invitations;

/// <summary>Under which address people reach this house: the one set for messages, else that of the administrator's own browser.</summary>
public sealed class HouseAddress(AppDb db)
{
    public async Task<string> Of(HttpRequest request, CancellationToken ct) =>
        await db.OutboxSettings.Select(s => s.BaseAddress).SingleOrDefaultAsync(ct) is { Length: > 0 } set ? set.TrimEnd('/') : $"{request.Scheme}://{request.Host}";
}
