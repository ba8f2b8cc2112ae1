using System.Text;

namespace Exemplar.Tests.Documents.Official.Printing;

/// <summary>Where ink is, in millimetres.</summary>
internal sealed record Extent(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;
    public double Height => Bottom - Top;
    public override string ToString() => $"left {Left:0.0} top {Top:0.0} right {Right:0.0} bottom {Bottom:0.0} mm";
}

/// <summary>A page in pixels, ten to a millimetre.</summary>
internal sealed class Picture(int width, int height, byte[] pixels)
{
    private const double PixelsPerMillimetre = 10;

    /// <summary>A rule is a row of ink so many pixels long without a gap.</summary>
    private const int Long = 1200;

    public double Width => width / PixelsPerMillimetre;

    /// <summary>A binary portable pixmap (P6), the plainest picture there is.</summary>
    public static Picture Read(string path)
    {
        var file = File.ReadAllBytes(path);
        var (at, numbers) = (2, new int[3]);
        for (var i = 0; i < numbers.Length; i++)
        {
            var end = ++at;
            while (file[end] is >= (byte)'0' and <= (byte)'9') end++;
            numbers[i] = int.Parse(Encoding.ASCII.GetString(file, at, end - at));
            at = end;
        }
        return new(numbers[0], numbers[1], file[(at + 1)..]);
    }

    public static bool IsRed(byte r, byte g, byte b) => r > 150 && g < 120 && b < 120;

    public static bool IsBlack(byte r, byte g, byte b) => r < 110 && g < 110 && b < 110;

    /// <summary>What ink of a colour covers between two heights; null when there is none.</summary>
    public Extent? Ink(Func<byte, byte, byte, bool> colour, double from = 0, double to = 400)
    {
        var (left, right, top, bottom) = (int.MaxValue, -1, -1, -1);
        for (var y = (int)(from * PixelsPerMillimetre); y < Math.Min(height, (int)(to * PixelsPerMillimetre)); y++)
            for (var x = 0; x < width; x++)
                if (Has(colour, x, y)) (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), top < 0 ? y : top, y);
        return top < 0 ? null : new(left / PixelsPerMillimetre, top / PixelsPerMillimetre, (right + 1) / PixelsPerMillimetre, (bottom + 1) / PixelsPerMillimetre);
    }

    /// <summary>Horizontal rules of a colour, from above.</summary>
    public IReadOnlyList<Extent> Rules(Func<byte, byte, byte, bool> colour)
    {
        List<Extent> rules = [];
        for (var y = 0; y < height; y++)
        {
            if (LongestRun(colour, y) is not { } run) continue;
            var row = new Extent(run.From / PixelsPerMillimetre, y / PixelsPerMillimetre, run.To / PixelsPerMillimetre, (y + 1) / PixelsPerMillimetre);
            if (rules.Count > 0 && row.Top - rules[^1].Bottom < 0.01) rules[^1] = rules[^1] with { Bottom = row.Bottom };
            else rules.Add(row);
        }
        return rules;
    }

    private (int From, int To)? LongestRun(Func<byte, byte, byte, bool> colour, int y)
    {
        var (from, best) = (0, (From: 0, To: 0));
        for (var x = 0; x <= width; x++)
        {
            if (x < width && Has(colour, x, y)) continue;
            if (x - from > best.To - best.From) best = (from, x);
            from = x + 1;
        }
        return best.To - best.From >= Long ? best : null;
    }

    private bool Has(Func<byte, byte, byte, bool> colour, int x, int y)
    {
        var at = (y * width + x) * 3;
        return colour(pixels[at], pixels[at + 1], pixels[at + 2]);
    }
}
