using System.Buffers.Binary;

namespace GroomingSignals.Scoring.Classifier;

/// <summary>Reads the numbers of one section, which must be used up exactly.</summary>
internal ref struct SectionReader(ReadOnlySpan<byte> bytes, string name)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly string _name = name;
    private int _at = 0;

    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    /// <summary>A count of items that are still to come.</summary>
    /// <param name="most">The most that are read.</param>
    /// <param name="bytesEach">How many bytes each has at least.</param>
    public int Count(int most, int bytesEach)
    {
        int count = Int();
        if (count < 0 || count > most)
        {
            throw new ClassifierFormatException(ClassifierFormatException.TooLarge, $"A count in the section '{_name}' is {count}; at most {most} are read.");
        }

        return (long)count * bytesEach <= _bytes.Length - _at ? count : throw Short();
    }

    public int[] Ints(int count)
    {
        int[] values = new int[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = Int();
        }

        return values;
    }

    public float[] Floats(int count)
    {
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(Take(4));
        }

        return values;
    }

    public double[] Doubles(int count)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = Double();
        }

        return values;
    }

    public readonly void Done()
    {
        if (_at != _bytes.Length)
        {
            throw new ClassifierFormatException(ClassifierFormatException.BadSection, $"The section '{_name}' has bytes that nothing reads.");
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - _at)
        {
            throw Short();
        }

        var taken = _bytes.Slice(_at, count);
        _at += count;
        return taken;
    }

    private readonly ClassifierFormatException Short() =>
        new(ClassifierFormatException.BadSection, $"The section '{_name}' ends too early.");
}
