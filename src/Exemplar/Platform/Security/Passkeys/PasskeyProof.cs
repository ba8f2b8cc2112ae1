namespace Exemplar.Platform.Security.Passkeys;

/// <summary>The part of a form by which whoever is signed in proves to have a passkey, in place of a one-time code.</summary>
public sealed class PasskeyProof
{
    /// <summary>Sealed.</summary>
    public string? Challenge { get; set; }
    public string? Credential { get; set; }
}
