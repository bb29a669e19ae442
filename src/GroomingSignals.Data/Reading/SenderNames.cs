using System.Text.Json;

namespace GroomingSignals.Data.Reading;

/// <summary>The last few sender ids as bytes, so that a conversation of a million messages does not hold a million equal strings.</summary>
internal sealed class SenderNames
{
    private const int Kept = 8;

    private readonly (byte[] Raw, string Name)[] _names = new (byte[], string)[Kept];
    private int _count;

    public string Get(ref readonly Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
        {
            return JsonText.Decode(in reader);
        }

        foreach ((byte[] raw, string name) in _names.AsSpan(0, Math.Min(_count, Kept)))
        {
            if (reader.ValueSpan.SequenceEqual(raw))
            {
                return name;
            }
        }

        string added = JsonText.Decode(in reader);
        _names[_count % Kept] = (reader.ValueSpan.ToArray(), added);
        _count++;
        return added;
    }
}
