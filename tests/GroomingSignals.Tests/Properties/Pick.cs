using CsCheck;

namespace GroomingSignals.Tests.Properties;

/// <summary>Generators of one of several values.</summary>
internal static class Pick
{
    public static Gen<T> From<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
