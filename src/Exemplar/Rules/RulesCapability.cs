using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Rules;

/// <summary>Duties as data, facts that records state, and how every duty stands.</summary>
public static class RulesCapability
{
    public static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddSingleton(new Lazy<RuleCatalogue>(RuleCatalogue.Read))   // read when first asked: the sign-in page does not wait for it
        .AddSingleton<Reckoning>();
}
