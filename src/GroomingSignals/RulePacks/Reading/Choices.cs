using System.Collections.Immutable;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>A closed list of names and what each stands for.</summary>
internal sealed class Choices<T>(params (string Name, T Value)[] all)
    where T : struct
{
    public ImmutableArray<string> Names { get; } = [.. all.Select(c => c.Name)];

    public T? Find(string name)
    {
        foreach (var (known, value) in all)
        {
            if (string.Equals(known, name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}
