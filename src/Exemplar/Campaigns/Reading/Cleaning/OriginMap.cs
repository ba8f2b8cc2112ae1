using System.Runtime.InteropServices;

namespace Exemplar.Campaigns.Reading;

/// <summary>Where clean characters came from. Between two cleanings the distance stays the same, so only its changes are kept.</summary>
internal sealed class OriginMap
{
    private readonly List<int> starts = [];
    private readonly List<int> origins = [];

    /// <summary>The source offset of the clean offset.</summary>
    public int this[int at]
    {
        get
        {
            var run = CollectionsMarshal.AsSpan(starts).BinarySearch(at);
            if (run < 0) run = ~run - 1;
            return origins[run] + at - starts[run];
        }
    }

    /// <summary>From the clean offset on, characters come from <paramref name="origin"/> on.</summary>
    public void Add(int at, int origin)
    {
        CutTo(at);
        starts.Add(at);
        origins.Add(origin);
    }

    /// <summary>Forgets what was noted from the clean offset on.</summary>
    public void CutTo(int at)
    {
        while (starts.Count > 0 && starts[^1] >= at)
        {
            starts.RemoveAt(starts.Count - 1);
            origins.RemoveAt(origins.Count - 1);
        }
    }

    /// <summary>Everything from the clean offset on moved one to the front.</summary>
    public void ShiftFrom(int at)
    {
        var run = starts.Count;
        while (run > 0 && starts[run - 1] >= at) starts[--run]--;
        // The line end that stood there had a run of its own.
        if (run > 0 && run < starts.Count && starts[run - 1] == starts[run])
        {
            starts.RemoveAt(run - 1);
            origins.RemoveAt(run - 1);
        }
    }
}
