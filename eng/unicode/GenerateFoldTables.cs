// Writes src/GroomingSignals/Text/Tables/fold.bin from the Unicode data files.
//   dotnet run eng/unicode/GenerateFoldTables.cs -- <folder of UnicodeData.txt ...> <confusables-latin.txt> <fold.bin>
// The folder needs UnicodeData.txt, CaseFolding.txt, DerivedCoreProperties.txt and emoji/emoji-data.txt of one Unicode version.
using System.Globalization;
using System.Text;

if (args.Length != 3)
{
    Console.Error.WriteLine("usage: GenerateFoldTables <unicode folder> <confusables-latin.txt> <fold.bin>");
    return 2;
}

var decompositions = new Dictionary<int, (bool Compatible, int[] To)>();
var marks = new HashSet<int>();
foreach (string[] fields in File.ReadLines(Path.Combine(args[0], "UnicodeData.txt")).Select(l => l.Split(';')))
{
    int code = Hex(fields[0]);
    if (fields[2] is "Mn" or "Me")
    {
        marks.Add(code);
    }

    if (fields[5].Length > 0)
    {
        string[] parts = fields[5].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool compatible = parts[0][0] == '<';
        decompositions.Add(code, (compatible, [.. parts.Skip(compatible ? 1 : 0).Select(Hex)]));
    }
}

var caseFolding = new Dictionary<int, int[]>();
foreach (string[] fields in Lines(Path.Combine(args[0], "CaseFolding.txt")).Select(l => l.Split(';', StringSplitOptions.TrimEntries)))
{
    if (fields[1] is "C" or "F")
    {
        caseFolding[Hex(fields[0])] = [.. fields[2].Split(' ').Select(Hex)];
    }
}

var ignorable = Ranges(Path.Combine(args[0], "DerivedCoreProperties.txt"), "Default_Ignorable_Code_Point");
var emoji = Ranges(Path.Combine(args[0], "emoji", "emoji-data.txt"), "Extended_Pictographic");
var looks = new Dictionary<int, int>();
foreach (string line in Lines(args[1]))
{
    foreach (var rune in line[2..].EnumerateRunes().Where(r => r.Value > 0x7F))
    {
        looks.TryAdd(rune.Value, line[0]);
    }
}

var entries = new SortedDictionary<int, (int Flags, int[] Fold, int[] Skeleton)>();
for (int code = 0x80; code < 0x20000; code++)
{
    if (code is >= 0xD800 and < 0xE000)
    {
        continue;
    }

    int flags = (ignorable.Contains(code) ? 1 : 0) | (emoji.Contains(code) ? 2 : 0) | (marks.Contains(code) ? 4 : 0);
    int[] fold = ignorable.Contains(code) ? [] : Fold(code);
    int[] skeleton = marks.Contains(code) || ignorable.Contains(code) ? [] : Skeleton(code, fold);
    fold = fold.Length > 6 ? [code] : fold;
    skeleton = skeleton.Length > 6 ? fold : skeleton;
    if (flags != 0 || !fold.SequenceEqual([code]) || !skeleton.SequenceEqual(fold))
    {
        entries.Add(code, (flags, fold, skeleton));
    }
}

using var output = new BinaryWriter(File.Create(args[2]), Encoding.UTF8);
output.Write(entries.Count);
foreach (var (code, (flags, fold, skeleton)) in entries)
{
    output.Write7BitEncodedInt(code);
    output.Write((byte)flags);
    Text(fold);
    Text(skeleton);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entries.Count} characters"));
return 0;

// Compatibility forms decomposed, case folded, until nothing changes; canonical forms stay whole.
int[] Fold(int code)
{
    if (decompositions.TryGetValue(code, out var d) && d.Compatible)
    {
        return [.. d.To.SelectMany(Fold)];
    }

    if (caseFolding.TryGetValue(code, out int[]? folded) && !folded.SequenceEqual([code]))
    {
        return [.. folded.SelectMany(Fold)];
    }

    return [code];
}

// The letter it looks like; otherwise its base letters without marks, each taken for what it looks like.
int[] Skeleton(int code, int[] fold)
{
    if (looks.TryGetValue(code, out int like))
    {
        return [like];
    }

    return [.. fold.SelectMany(Base).Where(c => !marks.Contains(c)).Select(c => looks.TryGetValue(c, out int l) ? l : c)];
}

IEnumerable<int> Base(int code) =>
    code > 0x7F && decompositions.TryGetValue(code, out var d) && !d.Compatible ? d.To.SelectMany(Base) : [code];

void Text(int[] codes)
{
    string text = string.Concat(codes.Select(char.ConvertFromUtf32));
    output.Write((byte)text.Length);
    foreach (char c in text)
    {
        output.Write((ushort)c);
    }
}

static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

static IEnumerable<string> Lines(string path) =>
    File.ReadLines(path).Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0);

static HashSet<int> Ranges(string path, string property)
{
    var set = new HashSet<int>();
    foreach (string[] fields in Lines(path).Select(l => l.Split(';', StringSplitOptions.TrimEntries)).Where(f => f[1] == property))
    {
        string[] ends = fields[0].Split("..");
        for (int code = Hex(ends[0]); code <= Hex(ends[^1]); code++)
        {
            set.Add(code);
        }
    }

    return set;
}
