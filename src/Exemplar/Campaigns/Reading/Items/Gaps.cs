namespace Exemplar.Campaigns.Reading;

/// <summary>Lists what the document leaves open.</summary>
internal static class Gaps
{
    public static IReadOnlyList<Gap> Of(DocumentHead head, IReadOnlyList<Section> sections, IReadOnlyList<PlanItem> items)
    {
        var gaps = new List<Gap>();
        if (items.Count == 0) gaps.Add(Gap.NoItems);
        if (sections.Count == 0 && !items.Any(i => i.Path.Count > 0)) gaps.Add(Gap.NoStructure);
        if (head.Date is null) gaps.Add(Gap.NoDate);
        if (!items.Any(i => i.Kind == PlanItemKind.Stage)) gaps.Add(Gap.NoStages);
        if (!items.Any(NamesTime)) gaps.Add(Gap.NoDeadlines);
        if (!items.Any(i => i.Owners.Count > 0)) gaps.Add(Gap.NoOwners);
        else if (!items.Any(i => i.Owners.Any(o => UnitNames.IsDepartment(Folding.Fold(o))))) gaps.Add(Gap.NoDepartments);
        if (!items.Any(i => i.Targets.Count > 0)) gaps.Add(Gap.NoTargets);
        return gaps;
    }

    private static bool NamesTime(PlanItem item) =>
        item.Kind != PlanItemKind.Stage && (item.Due is not null || item.Ends is not null || item.Unsure.Any(u => u is UnsureReasons.NoYear or UnsureReasons.DateAmbiguous));
}
