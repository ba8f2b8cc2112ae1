// Breaches of the dependency map, made on purpose: the test that finds them here is known to find them in the product.
using Exemplar.Tests.Architecture.Seeded.Campaigns;

namespace Exemplar.Tests.Architecture.Seeded.Campaigns
{
    internal sealed record Later(string Name);
}

namespace Exemplar.Tests.Architecture.Seeded.Kernel
{
    internal sealed class HoldsAField
    {
        public Later? Field { get; init; }
    }

    internal static class UsesInsideALambda
    {
        public static async Task<int> Count(IEnumerable<string> names)
        {
            await Task.Yield();
            return names.Select(name => new Later(name)).Count();
        }
    }
}
