using CsCheck;
using GroomingSignals.Matching;

namespace GroomingSignals.Tests.Matching;

public sealed class KeyTableTests
{
    // Few different halves, so that many keys cannot be told apart.
    private static readonly Gen<ulong> Key = Gen.Select(Gen.UInt[0, 40], Gen.UInt[0, 3], Gen.Bool).Select((high, low, far) => ((ulong)high << (far ? 58 : 32)) | low);

    [Fact]
    public void A_key_has_its_number_or_cannot_be_told_from_another() => Gen.Dictionary(Key, Gen.Int[1, 1000])[0, 60].Sample(numbers =>
    {
        var table = new KeyTable(numbers);
        foreach (var (key, number) in numbers)
        {
            table.Of(key).Should().BeOneOf(number, KeyTable.Unsure);
        }
    }, iter: 5000);

    [Fact]
    public void Keys_whose_places_and_halves_are_the_same_are_unsure()
    {
        var table = new KeyTable(new Dictionary<ulong, int> { [0x100000007] = 5, [0x200000007] = 6, [8] = 7 });
        table.Of(0x100000007).Should().Be(KeyTable.Unsure);
        table.Of(0x200000007).Should().Be(KeyTable.Unsure);
        table.Of(8).Should().Be(7);
        table.Of(9).Should().Be(0);
    }

    [Fact]
    public void Nothing_is_in_an_empty_table() => new KeyTable(new Dictionary<ulong, int>()).Of(3).Should().Be(0);
}
