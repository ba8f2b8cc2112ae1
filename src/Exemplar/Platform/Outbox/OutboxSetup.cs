namespace Exemplar.Platform.Outbox;

/// <summary>The settings with their secrets opened, as a channel needs them; never kept longer than one round of sending.</summary>
public sealed class OutboxSetup(OutboxSettings settings, IReadOnlyDictionary<SecretKind, string?> secrets)
{
    public OutboxSettings Settings => settings;

    /// <summary>Null when none was set, or when it cannot be opened any more.</summary>
    public string? this[SecretKind kind] => secrets.GetValueOrDefault(kind);

    /// <summary>Null while sending is off.</summary>
    public static async Task<OutboxSetup?> Load(AppDb db, SecretBox box, CancellationToken ct)
    {
        var settings = await db.OutboxSettings.AsNoTracking().SingleOrDefaultAsync(ct);
        if (settings is not { IsOn: true }) return null;
        var secrets = await db.SealedSecrets.AsNoTracking().ToListAsync(ct);
        return new(settings, secrets.ToDictionary(s => s.Kind, box.Open));
    }
}
