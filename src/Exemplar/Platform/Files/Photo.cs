using System.Buffers.Binary;

namespace Exemplar.Platform.Files;

/// <summary>Takes out of a picture what tells where and when it was made (EXIF, XMP): photos are no proof here, and no track either.</summary>
public static class Photo
{
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The picture without its metadata; anything that is no JPEG or PNG comes back as it was.</summary>
    public static byte[] WithoutWhereabouts(byte[] file) =>
        file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg(file)
        : file.AsSpan().StartsWith(Png) ? PngChunks(file)
        : file;

    private static byte[] Jpeg(byte[] file)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write(file, 0, 2);
        var at = 2;
        while (at + 4 <= file.Length && file[at] == 0xFF && file[at + 1] is not (0xDA or 0xD9))
        {
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            if (at + length > file.Length) return file;
            if (file[at + 1] is not (0xE1 or 0xED or 0xFE)) clean.Write(file, at, length);   // APP1, APP13, comment
            at += length;
        }
        clean.Write(file, at, file.Length - at);
        return clean.ToArray();
    }

    private static byte[] PngChunks(byte[] file)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write(file, 0, 8);
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = 12L + BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (at + length > file.Length) return file;
            var kind = file.AsSpan(at + 4, 4);
            if (!kind.SequenceEqual("eXIf"u8) && !kind.SequenceEqual("tEXt"u8) && !kind.SequenceEqual("iTXt"u8) && !kind.SequenceEqual("zTXt"u8) && !kind.SequenceEqual("tIME"u8))
                clean.Write(file, at, (int)length);
            at += (int)length;
        }
        return clean.ToArray();
    }
}
