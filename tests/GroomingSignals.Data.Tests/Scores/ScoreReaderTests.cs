using System.Text;
using GroomingSignals.Data.Scores;

namespace GroomingSignals.Data.Tests.Scores;

public sealed class ScoreReaderTests
{
    [Fact]
    public void Columns_stand_in_any_order_and_others_are_passed_over() =>
        Values("score,model,Label,id,fold\n1e-3,svm,1,a,0\n-2.5,svm,false,\"b,c\",1\n")
            .Should().Equal(new ScoreRow("a", 0, true, 0.001, null), new ScoreRow("b,c", 1, false, -2.5, null));

    [Fact]
    public void What_the_file_does_not_say_is_null() =>
        Values("id,label,score\na,,7\n").Should().Equal(new ScoreRow("a", null, null, 7, null));

    [Theory]
    [InlineData("", "is empty: a file of scores needs a header")]
    [InlineData("id,score\na,1\n", "the header has no column label")]
    [InlineData("id,label,score\na,1,high\n", "the score of \"a\" is not a number")]
    [InlineData("id,label,score\na,1,NaN\n", "the score of \"a\" is not a number")]
    [InlineData("id,label,score\na,maybe,1\n", "the label of \"a\" is not one of 0, 1, false, true")]
    [InlineData("id,label,score,fold\na,1,1,x\n", "the fold of \"a\" is not a whole number")]
    [InlineData("id,label,score,probability\na,1,1,1.5\n", "the probability of \"a\" does not lie in 0 to 1")]
    [InlineData("id,label,score\n,1,1\n", "the id is empty")]
    [InlineData("id,label,score\na,1\n", "the score of \"a\" is not a number")]
    public void What_cannot_be_read_is_named(string text, string reason) =>
        Read(text).Single().Error!.Reason.Should().Be(reason);

    [Fact]
    public void An_id_that_stands_twice_is_an_error_on_its_line_and_reading_goes_on()
    {
        var rows = Read("id,label,score\na,1,1\na,0,2\nb,0,3\n");
        rows.Select(r => r.IsValue).Should().Equal(true, false, true);
        rows[1].Error!.ToString().Should().Be("x.csv:3: the id \"a\" stands in an earlier row as well");
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error() =>
        ScoreReader.Read("no-such-file.csv").Single().Error!.Reason.Should().Be("file not found");

    private static List<ReadResult<ScoreRow>> Read(string text) => [.. ScoreReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.csv")];

    private static IEnumerable<ScoreRow> Values(string text) => Read(text).Select(r => r.Value!);
}
