using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>A closed list of names and what each stands for.</summary>
/// <remarks>Plain loops: a query over a structure of its own type is compiled anew at every start of a process, for each type.</remarks>
internal sealed class Choices<T>
    where T : struct
{
    private readonly T[] _values;

    public Choices(params (string Name, T Value)[] all)
    {
        string[] names = new string[all.Length];
        _values = new T[all.Length];
        for (int i = 0; i < all.Length; i++)
        {
            (names[i], _values[i]) = all[i];
        }

        Names = ImmutableCollectionsMarshal.AsImmutableArray(names);
    }

    /// <summary>All values of an enumeration, say, each by its name.</summary>
    public static Choices<T> Of(T[] values, Func<T, string> nameOf) => new(Array.ConvertAll(values, v => (nameOf(v), v)));

    public ImmutableArray<string> Names { get; }

    public T this[int index] => _values[index];

    public T? Find(string name) => IndexOf(name) is >= 0 and var index ? _values[index] : null;

    /// <summary>The same choices after another.</summary>
    public Choices<T> After(string name, T value)
    {
        var all = new (string, T)[_values.Length + 1];
        all[0] = (name, value);
        for (int i = 0; i < _values.Length; i++)
        {
            all[i + 1] = (Names[i], _values[i]);
        }

        return new(all);
    }

    /// <summary>The place of a name; -1 when it is none of the list.</summary>
    public int IndexOf(string name)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            if (string.Equals(Names[i], name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
