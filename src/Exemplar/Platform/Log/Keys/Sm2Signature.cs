using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace Exemplar.Platform.Log.Keys;

/// <summary>SM2 signatures over SM3 (GB/T 32918.2, 32905) by BouncyCastle, with the standard's own user id <c>1234567812345678</c>.</summary>
internal static class Sm2Signature
{
    private static readonly ECNamedDomainParameters Curve = new(GMObjectIdentifiers.sm2p256v1, GMNamedCurves.GetByOid(GMObjectIdentifiers.sm2p256v1));

    /// <summary>A new key as PKCS#8.</summary>
    public static byte[] MakeKey()
    {
        var generator = new ECKeyPairGenerator();
        generator.Init(new ECKeyGenerationParameters(Curve, new SecureRandom()));
        return PrivateKeyInfoFactory.CreatePrivateKeyInfo(generator.GenerateKeyPair().Private).GetDerEncoded();
    }

    /// <summary>The SubjectPublicKeyInfo that belongs to a private key of any named curve.</summary>
    public static byte[] PublicInfoOf(byte[] privateInfo)
    {
        var key = (ECPrivateKeyParameters)PrivateKeyFactory.CreateKey(privateInfo);
        var point = key.Parameters.G.Multiply(key.D).Normalize();
        return SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(new ECPublicKeyParameters("EC", point, key.PublicKeyParamSet)).GetDerEncoded();
    }

    public static byte[] Sign(byte[] privateInfo, ReadOnlySpan<byte> text)
    {
        var signer = new SM2Signer();
        signer.Init(forSigning: true, new ParametersWithRandom(PrivateKeyFactory.CreateKey(privateInfo), new SecureRandom()));
        signer.BlockUpdate(text);
        return signer.GenerateSignature();
    }

    public static bool Verifies(ReadOnlySpan<byte> point, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        try
        {
            var signer = new SM2Signer();
            signer.Init(forSigning: false, new ECPublicKeyParameters(Curve.Curve.DecodePoint(point.ToArray()), Curve));
            signer.BlockUpdate(text);
            return signer.VerifySignature(signature.ToArray());
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException)
        {
            return false;   // a point that lies on no curve
        }
    }
}
