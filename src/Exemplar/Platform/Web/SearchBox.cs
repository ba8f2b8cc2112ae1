namespace Exemplar.Platform.Web;

/// <summary>Where the box in the top bar leads; shown to whoever holds the permission somewhere.</summary>
/// <param name="Label">What it searches, for those who hear the page.</param>
public sealed record SearchBox(string Label, string Address, string Permission);
