using System.Text;
using GroomingSignals.Assessment;
using GroomingSignals.Cli.Rendering;
using Spectre.Console;

namespace GroomingSignals.Cli.Output;

/// <summary>What people read: a block for each conversation, and a closing summary.</summary>
internal sealed class TableSink : AssessmentSink
{
    private readonly StreamWriter _writer;
    private readonly IAnsiConsole _console;
    private readonly TableDetail _detail;
    private readonly int _width;

    public TableSink(Stream stream, TableDetail detail, int width, bool colour)
    {
        _writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14, leaveOpen: true) { NewLine = "\n" };
        _console = TableConsole.Create(_writer, width, colour);
        _detail = detail;
        _width = width;
    }

    public override void Write(RiskAssessment assessment, Explained explained) =>
        _console.Write(AssessmentRenderer.Render(assessment, explained, _detail, _width));

    public override void Complete(RunSummary summary, VersionSet versions)
    {
        _console.Write(SummaryRenderer.Render(summary, _detail.Explain ? versions : null, _width));
        _writer.Flush();
    }

    public override void Dispose()
    {
        try
        {
            _writer.Dispose();
        }
        catch (IOException)
        {
            // The reader has left; what is still in the buffer has nowhere to go.
        }
    }
}
