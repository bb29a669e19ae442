using GroomingSignals.Cli.Rendering;

namespace GroomingSignals.Cli.Tests.Rendering;

public sealed class ColumnsTests
{
    [Fact]
    public void Columns_stand_under_each_other_in_cells()
    {
        var sheet = new Sheet(40);
        var columns = new Columns(1);
        columns.Add("日本", "7", "end");
        columns.Add("abcdef", "1,000", "end");
        columns.WriteTo(sheet, 2);
        Plain.Text(sheet).Should().Be("  日本        7  end\n  abcdef  1,000  end\n");
    }

    [Fact]
    public void The_widest_column_wraps_when_there_is_no_room()
    {
        var sheet = new Sheet(20);
        var columns = new Columns();
        columns.Add("id", "three words here", "x");
        columns.WriteTo(sheet, 0);
        Plain.Text(sheet).Should().Be("id  three words    x\n    here\n");
    }

    [Fact]
    public void A_number_does_not_break_and_a_range_breaks_after_its_dash()
    {
        var sheet = new Sheet(26);
        var columns = new Columns(1, 2);
        columns.Add("name of it", "989,105–1,010,895", "12–1,234 %");
        columns.WriteTo(sheet, 0);
        Plain.Text(sheet).Should().Be("name     989,105–      12–\nof it   1,010,895  1,234 %\n");
        TextWrapping.Lines("not the 25 % asked", 10).Should().Equal("not the", "25 % asked");
    }

    [Fact]
    public void A_word_longer_than_the_line_is_cut_and_nothing_is_lost()
    {
        string[] lines = [.. TextWrapping.Lines("aa " + new string('x', 25), 10)];
        lines.Should().Equal("aa", new string('x', 10), new string('x', 10), new string('x', 5));
    }
}
