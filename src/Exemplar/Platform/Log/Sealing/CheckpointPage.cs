using Exemplar.Platform.Web;

namespace Exemplar.Platform.Log.Sealing;

/// <summary>One checkpoint on a sheet of paper, for whoever keeps it: its text, and the same as a QR code.</summary>
public sealed class CheckpointPage(AppDb db, Actor actor)
{
    /// <param name="Code">An SVG picture of the checkpoint's text.</param>
    public sealed record View(LogCheckpoint Checkpoint, string Code);

    /// <summary>Throws <see cref="NotFound"/> for a number that was never given.</summary>
    public async Task<View> Show(int number, CancellationToken ct)
    {
        actor.DemandLog();
        var checkpoint = await db.LogCheckpoints.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, ct) ?? throw new NotFound(nameof(LogCheckpoint));
        return new(checkpoint, QrPicture.Of(checkpoint.Text));
    }
}
