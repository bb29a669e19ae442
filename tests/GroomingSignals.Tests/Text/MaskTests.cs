using CsCheck;
using GroomingSignals.Tests.Properties;
using GroomingSignals.Text;

namespace GroomingSignals.Tests.Text;

/// <summary>What is found many characters at a time is what is found one by one, whatever the length.</summary>
public sealed class MaskTests
{
    private static readonly Gen<string> Any = Pick.From('a', 'b', 'Z', '{', '`', '0', '9', '/', ':', ' ', '.', '!', '$', '@', '|', 'é', '日', '÷', '\ud800')
        .Array[0, 200].Select(c => new string(c));

    private static readonly Gen<string> Letters = Pick.From('a', 'a', 'a', 'b', ' ', '.').Array[0, 90].Select(c => new string(c));

    [Fact]
    public void A_mask_says_of_each_character_what_it_is() => Any.Sample(text =>
    {
        string block = text[..Math.Min(text.Length, WordMask.Width)];
        var mask = WordMask.Of(block);
        for (int i = 0; i < WordMask.Width; i++)
        {
            char c = i < block.Length ? block[i] : '\0';
            bool sign = char.IsAsciiDigit(c) || c is '@' or '$' or '|' or '!';
            ((mask.Words >> i & 1) != 0).Should().Be(ViewText.IsWord(c), "of '{0}' at {1}", block, i);
            ((mask.Spaces >> i & 1) != 0).Should().Be(c == ' ', "of '{0}' at {1}", block, i);
            ((mask.Signs >> i & 1) != 0).Should().Be(sign, "of '{0}' at {1}", block, i);
        }
    }, iter: 500);

    [Fact]
    public void The_masks_left_with_a_folded_view_are_those_of_its_text_and_of_no_other()
    {
        var view = new ViewText();
        Any.Sample(
            text =>
            {
                Folder.Fold(text, view);
                view.Masks.ToArray().Should().Equal(view.Chars.ToArray().Chunk(WordMask.Width).Select(block => WordMask.Of(block)), "of '{0}'", text);
                view.Clear();
                view.Masks.Length.Should().Be(0);
            },
            iter: 500,
            threads: 1);
    }

    [Fact]
    public void A_run_of_three_letters_is_seen_wherever_it_stands() => Letters.Sample(text =>
    {
        bool run = Enumerable.Range(0, Math.Max(0, text.Length - 2)).Any(i => char.IsAsciiLetterLower(text[i]) && text[i] == text[i + 1] && text[i] == text[i + 2]);
        (TraitFinder.Find(text) & TextTraits.LongRun).Should().Be(run ? TextTraits.LongRun : TextTraits.None, "of '{0}'", text);
    }, iter: 2000);

    [Fact]
    public void Three_letters_that_stand_alone_are_never_missed() => Letters.Sample(text =>
    {
        string[] words = text.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        bool spaced = Enumerable.Range(0, Math.Max(0, words.Length - 2)).Any(i => words.AsSpan(i, 3).ToArray().All(w => w.Length == 1));
        if (spaced)
        {
            (TraitFinder.Find(text) & TextTraits.Spaced).Should().Be(TextTraits.Spaced, "of '{0}'", text);
        }
    }, iter: 2000);

    [Fact]
    public void Plain_text_is_folded_as_one_by_one() => Pick.From('a', 'B', 'Z', ' ', '\t', '\'', '`', '7', '[', '@', '\x7f', '\x01').Array[0, 120].Sample(chars =>
    {
        string text = new(chars);
        var view = new ViewText();
        Folder.Fold(text, view);
        var naive = Naive(text);
        view.Chars.ToString().Should().Be(string.Concat(naive.Select(n => n.Folded)), "of '{0}'", text);
        Enumerable.Range(0, view.Length).Select(i => (view.StartOf(i), view.EndOf(i))).Should().Equal(naive.Select(n => (n.Place, n.Place + 1)));
    }, iter: 2000);

    private static List<(char Folded, int Place)> Naive(string text)
    {
        var folded = new List<(char Folded, int Place)>();
        for (int i = 0; i < text.Length; i++)
        {
            char last = folded.Count > 0 ? folded[^1].Folded : ' ';
            switch (text[i])
            {
                case ' ' or '\t' when last == ' ':
                case '\x7f' or '\x01':
                case '\'' or '`' when !char.IsAsciiDigit(last):
                    break;
                case '\t':
                    folded.Add((' ', i));
                    break;
                default:
                    folded.Add((char.ToLowerInvariant(text[i]), i));
                    break;
            }
        }

        return folded;
    }
}
