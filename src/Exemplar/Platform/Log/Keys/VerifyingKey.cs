using System.Security.Cryptography;

namespace Exemplar.Platform.Log.Keys;

/// <summary>The public half of a key: anybody may have it and check with it.</summary>
public sealed class VerifyingKey
{
    /// <summary>In bytes; the text has about 180.</summary>
    public const int LongestText = 4096;

    private const string Label = "PUBLIC KEY";
    private const int PointLength = 65;

    // A SubjectPublicKeyInfo of these two curves is these bytes and an uncompressed point.
    private static readonly byte[] P256 = Convert.FromHexString("3059301306072a8648ce3d020106082a8648ce3d030107034200");
    private static readonly byte[] Sm2Curve = Convert.FromHexString("3059301306072a8648ce3d020106082a811ccf5501822d034200");

    private readonly byte[] info;

    private VerifyingKey(byte[] info)
    {
        this.info = info;
        Algorithm = info.AsSpan().StartsWith(Sm2Curve) ? SigningKey.Sm2 : SigningKey.EcdsaP256;
        Id = Convert.ToHexStringLower(SHA256.HashData(info));
    }

    public string Algorithm { get; }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo, as 64 hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>The one text of this key, without a line end after it.</summary>
    public string Pem => PemEncoding.WriteString(Label, info);

    /// <summary>Null for what is no public key of one of the two curves.</summary>
    public static VerifyingKey? Read(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || pem[fields.Label] != Label) return null;
        return Of(Convert.FromBase64String(pem[fields.Base64Data]));
    }

    internal static VerifyingKey? Of(byte[] info)
    {
        var isKnown = info.AsSpan().StartsWith(P256) || info.AsSpan().StartsWith(Sm2Curve);
        return isKnown && info.Length == P256.Length + PointLength ? new(info) : null;
    }

    public bool Verifies(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        if (Algorithm == SigningKey.Sm2) return Sm2Signature.Verifies(info.AsSpan(Sm2Curve.Length), text, signature);
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(info, out _);
            return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;   // a point that lies on no curve
        }
    }
}
