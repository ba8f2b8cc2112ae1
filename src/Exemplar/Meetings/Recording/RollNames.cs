using System.Buffers;

namespace Exemplar.Meetings.Recording;

/// <summary>The names of a roll, found in words.</summary>
internal sealed class RollNames(IReadOnlyList<RollPlace> roll)
{
    private readonly Dictionary<string, RollPlace[]> byKey = roll.GroupBy(p => Key(p.Name)).ToDictionary(g => g.Key, g => g.ToArray());
    private readonly List<string> keys = [.. roll.Select(p => Key(p.Name)).Distinct().OrderByDescending(k => k.Length)];

    public IReadOnlyList<RollPlace> Roll => roll;

    /// <summary>张三和李四</summary>
    private const string Between = "和与及跟";

    private static readonly SearchValues<char> LeftOut = SearchValues.Create(" ·•‧・.");

    private const int LongestFamiliar = 4;

    /// <summary>A name without the spaces and dots that are written or left out at will.</summary>
    public static string Key(string name) => name.AsSpan().IndexOfAny(LeftOut) < 0 ? name : new([.. name.Where(c => !LeftOut.Contains(c))]);

    public IReadOnlyList<RollPlace> Called(string name) => byKey.GetValueOrDefault(Key(name)) ?? [];

    /// <summary>The names that the word is made of, each with what follows it (综合科张三, 李四请假); none when it is made of anything else.</summary>
    public List<(string Name, string After)> Split(string word)
    {
        var text = Key(word);
        if (byKey.ContainsKey(text)) return [(text, "")];
        if (keys.Find(k => text.EndsWith(k, StringComparison.Ordinal) && RollCallWords.MayPrecedeName(text[..^k.Length])) is { } last) return [(last, "")];
        if (keys.Find(k => text.StartsWith(k, StringComparison.Ordinal) && text.Length > k.Length) is not { } first) return [];

        var rest = text[first.Length..];
        if (Split(rest.Length > 1 && Between.Contains(rest[0]) ? rest[1..] : rest) is { Count: > 0 } more) return [(first, ""), .. more];
        return RollCallWords.MayFollowName(rest) ? [(first, rest)] : [];
    }

    /// <summary>Names one character off: another one, one more or one less.</summary>
    public List<RollPlace> Near(string word)
    {
        var text = Key(word);
        return text.Length is < 2 or > 6 ? [] : [.. roll.Where(p => IsOneOff(text, Key(p.Name)))];
    }

    /// <summary>Whom a short or familiar form may mean: 老陈, 小赵, 陈书记, 建国, 陈.</summary>
    public List<RollPlace> Familiar(string word)
    {
        var text = Key(word);
        var family = text.Length == 2 && "老小阿大".Contains(text[0]) ? text[1..] : text.Length == 1 || (text.Length > 0 && RollCallWords.IsTitle(text[1..])) ? text[..1] : "";
        return family.Length > 0 ? [.. roll.Where(p => p.Name.StartsWith(family, StringComparison.Ordinal))]
            : text.Length == 2 ? [.. roll.Where(p => p.Name.Length > 2 && Key(p.Name).EndsWith(text, StringComparison.Ordinal))] : [];
    }

    /// <summary>The name of the roll that the words begin with; null without one.</summary>
    public string? StartOf(string words)
    {
        var text = Key(words);
        return keys.Find(k => text.StartsWith(k, StringComparison.Ordinal));
    }

    /// <summary>A name of the roll that something else follows without a space (张三赶不回来); null when the word begins with none.</summary>
    public (string Name, string After)? Beginning(string word)
    {
        var text = Key(word);
        return StartOf(text) is not { } name || text.Length == name.Length || (text.Length == name.Length + 1 && char.IsLetter(text[^1])) ? null : (name, text[name.Length..]);   // 张三丰 is another name
    }

    /// <summary>A familiar name with what is noted behind it: 陈书记到, 老陈请假, or, for whom somebody asks for leave, anything.</summary>
    public (string Name, List<RollPlace> Meant, string After)? FamiliarWithNote(string word, Func<string, bool> mayFollow)
    {
        var text = Key(word);
        for (var length = Math.Min(LongestFamiliar, text.Length); length >= 2; length--)
        {
            if (Familiar(text[..length]) is { Count: > 0 } meant && mayFollow(text[length..])) return (text[..length], meant, text[length..]);
        }
        return null;
    }

    private static bool IsOneOff(string a, string b)
    {
        if (a.Length > b.Length) (a, b) = (b, a);
        if (b.Length - a.Length > 1 || b.Length < 2) return false;
        var same = a.AsSpan().CommonPrefixLength(b);
        if (same == 0) return a[1..] == b[1..] && a.Length == b.Length && a.Length > 2;   // another family name is another person, unless all the rest is the same
        return a.Length == b.Length ? a.AsSpan(same + 1).SequenceEqual(b.AsSpan(same + 1)) : a.AsSpan(same).SequenceEqual(b.AsSpan(same + 1));
    }
}
