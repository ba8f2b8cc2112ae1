using System.Security.Cryptography;

namespace Exemplar.Platform.Log.Keys;

/// <summary>The private key that signs checkpoints: ECDSA on P-256 with SHA-256, or SM2 with SM3 where national algorithms are asked for.</summary>
public sealed class SigningKey
{
    public const string EcdsaP256 = "ecdsa-p256-sha256";
    public const string Sm2 = "sm2-sm3";

    private const string Label = "PRIVATE KEY";

    private readonly byte[] info;

    private SigningKey(byte[] info, VerifyingKey halfForAll)
    {
        this.info = info;
        Public = halfForAll;
    }

    public VerifyingKey Public { get; }
    public string Algorithm => Public.Algorithm;

    /// <summary>PKCS#8, not encrypted: it lies in a folder that is closed to others.</summary>
    internal string Pem => PemEncoding.WriteString(Label, info);

    public static SigningKey Make(string algorithm)
    {
        if (algorithm == Sm2) return FromInfo(Sm2Signature.MakeKey())!;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return FromInfo(key.ExportPkcs8PrivateKey())!;
    }

    /// <summary>Null for what is no private key of one of the two curves.</summary>
    internal static SigningKey? Read(string pem) =>
        PemEncoding.TryFind(pem, out var fields) && pem[fields.Label] == Label ? FromInfo(Convert.FromBase64String(pem[fields.Base64Data])) : null;

    public byte[] Sign(ReadOnlySpan<byte> text)
    {
        if (Algorithm == Sm2) return Sm2Signature.Sign(info, text);
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(info, out _);
        return key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static SigningKey? FromInfo(byte[] info) => VerifyingKey.Of(Sm2Signature.PublicInfoOf(info)) is { } known ? new(info, known) : null;
}
