namespace GroomingSignals.Scoring.Classifier;

/// <summary>A model file is refused. <see cref="Id"/> is stable and says why.</summary>
public sealed class ClassifierFormatException : Exception
{
    internal const string NotAModel = "GSM0001";
    internal const string OtherVersion = "GSM0002";
    internal const string Truncated = "GSM0003";
    internal const string Altered = "GSM0004";
    internal const string TooLarge = "GSM0005";
    internal const string BadManifest = "GSM0006";
    internal const string OtherFeatures = "GSM0007";
    internal const string NotFinite = "GSM0008";
    internal const string NotATree = "GSM0009";
    internal const string Trailing = "GSM0010";
    internal const string BadSection = "GSM0011";
    internal const string BadCalibrator = "GSM0012";
    internal const string Unreadable = "GSM0013";

    internal ClassifierFormatException(string id, string sentence, Exception? inner = null)
        : base($"{id}: {sentence}", inner) => Id = id;

    /// <summary>The stable id of the reason, for example <c>GSM0004</c>: the file was altered.</summary>
    public string Id { get; }
}
