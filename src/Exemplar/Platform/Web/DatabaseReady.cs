using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Exemplar.Platform.Web;

/// <summary>Ready means that the database answers and its tables are those of this program.</summary>
internal sealed class DatabaseReady(AppDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        var missing = await db.Database.GetPendingMigrationsAsync(ct);
        return missing.Any() ? HealthCheckResult.Unhealthy("migrations are pending") : HealthCheckResult.Healthy();
    }
}
