using System.Collections.Frozen;
using System.Threading.RateLimiting;

namespace ModerationService.Limits;

/// <summary>How many requests each tenant may send: a bucket of one second's worth, refilled ten times a second.</summary>
internal sealed class TenantRates : IDisposable
{
    private readonly FrozenDictionary<string, TokenBucketRateLimiter> _byTenant;

    public TenantRates(IEnumerable<string> tenants, ServiceOptions options) =>
        _byTenant = tenants.ToFrozenDictionary(t => t, _ => new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, options.RequestsPerSecond),
            TokensPerPeriod = Math.Max(1, options.RequestsPerSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            QueueLimit = 0,
            AutoReplenishment = true,
        }), StringComparer.Ordinal);

    public bool Allows(string tenant)
    {
        using var lease = _byTenant[tenant].AttemptAcquire();
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        foreach (var limiter in _byTenant.Values)
        {
            limiter.Dispose();
        }
    }
}
