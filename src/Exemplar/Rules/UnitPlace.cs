namespace Exemplar.Rules;

/// <summary>A unit as rules know it: what it is called, what kind it is, where it stands.</summary>
public sealed record UnitPlace(Guid Id, string Name, string Kind, string Path) : IPlaced;
