namespace Exemplar.Kernel;

/// <summary>Full-width letters, digits and spaces, as Chinese input methods make them, in their plain form. (Unicode normalization needs tables that the invariant mode lacks.)</summary>
public static class HalfWidth
{
    public static string Of(string text) => text.AsSpan().IndexOfAnyExceptInRange('\0', '\u2fff') < 0
        ? text
        : string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source[i] switch
                {
                    '\u3000' => ' ',
                    >= '\uff01' and <= '\uff5e' => (char)(source[i] - 0xfee0),
                    var other => other,
                };
            }
        });
}
