namespace Exemplar.Platform.Log.Proofs;

/// <summary>What the page of a proof shows, whatever record it is of.</summary>
/// <param name="Title">The record, by its name.</param>
/// <param name="Address">The record's own page; the proof's file lies under it as <c>proof.json</c>.</param>
/// <param name="Proof">Null while the last entry is not sealed.</param>
/// <param name="MayTakeFile">Its file holds the whole record: only for whoever sees all of it.</param>
public sealed record RecordProof(string Title, string Address, ProveRecord.History? History, InclusionProof? Proof, bool MayTakeFile);
