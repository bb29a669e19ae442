namespace GroomingSignals.RulePacks;

/// <summary>The stable ids of diagnostics. An id is never given another meaning. <c>GSR1xxx</c> is about test files, <c>GSR2xxx</c> about policies, <c>GSR3xxx</c> is what <c>rules check</c> adds.</summary>
internal static partial class DiagnosticIds
{
    /// <summary>A file or folder cannot be read, is too large, or holds no pack.</summary>
    public const string Unreadable = "GSR0001";

    /// <summary>The file is not YAML.</summary>
    public const string YamlSyntax = "GSR0002";

    /// <summary>The YAML is nested too deeply or has too many parts.</summary>
    public const string YamlTooLarge = "GSR0003";

    /// <summary>An anchor, alias or tag.</summary>
    public const string YamlFeature = "GSR0004";

    /// <summary>The same key twice in one mapping.</summary>
    public const string DuplicateKey = "GSR0005";

    /// <summary>None, or more than one, document in the file.</summary>
    public const string DocumentCount = "GSR0006";

    /// <summary>A mapping where a list is expected, and so on.</summary>
    public const string WrongShape = "GSR0007";

    /// <summary>A field that the language does not have.</summary>
    public const string UnknownField = "GSR0008";

    /// <summary>A field that is needed is missing.</summary>
    public const string MissingField = "GSR0009";

    /// <summary>A value that is not one of those allowed.</summary>
    public const string UnknownValue = "GSR0010";

    /// <summary>Not a number, or a number outside its range.</summary>
    public const string BadNumber = "GSR0011";

    /// <summary>A duration, time, offset, date, version or id that is not written as it must be.</summary>
    public const string BadFormat = "GSR0012";

    /// <summary>The file's <c>schema:</c> is not the one expected.</summary>
    public const string Schema = "GSR0013";

    /// <summary>The files of a pack have no header, or more than one.</summary>
    public const string Header = "GSR0014";

    /// <summary>A file says that it is part of another pack.</summary>
    public const string PartOf = "GSR0015";

    /// <summary>A name is defined twice.</summary>
    public const string DuplicateName = "GSR0016";

    /// <summary>A reference to a name that does not exist.</summary>
    public const string UnknownReference = "GSR0017";

    /// <summary>A reference to a pack that is not loaded.</summary>
    public const string UnknownPack = "GSR0018";

    /// <summary>Two packs with one id.</summary>
    public const string DuplicatePack = "GSR0019";

    /// <summary>A phrase that is not well-formed.</summary>
    public const string TemplateSyntax = "GSR0030";

    /// <summary>A phrase, or a slot in it, gives too many literals.</summary>
    public const string PhraseTooLarge = "GSR0031";

    /// <summary>The packs together give too many literals.</summary>
    public const string PacksTooLarge = "GSR0032";

    /// <summary>A phrase that may be empty.</summary>
    public const string EmptyLiteral = "GSR0033";

    /// <summary>A slot inside a slot.</summary>
    public const string NestedSlot = "GSR0034";

    /// <summary>A lexicon that extends has more than phrases and exceptions, or extends one that extends.</summary>
    public const string Extends = "GSR0035";

    /// <summary>A regular expression that does not run non-backtracking.</summary>
    public const string PatternSyntax = "GSR0040";

    /// <summary>A regular expression that matches the empty string.</summary>
    public const string PatternEmpty = "GSR0041";

    /// <summary>A pattern's anchor is not one.</summary>
    public const string PatternAnchor = "GSR0042";

    /// <summary>A number phrase without exactly one <c>{n}</c>, or without words beside it.</summary>
    public const string NumberPhrase = "GSR0043";

    /// <summary>A number's range or offset does not fit its kind.</summary>
    public const string NumberRange = "GSR0044";

    /// <summary>A subtype that the tactic does not have.</summary>
    public const string Subtype = "GSR0050";

    /// <summary>A condition without a kind, or with more than one.</summary>
    public const string ConditionKind = "GSR0051";

    /// <summary>A condition that no words, tag or tactic of the message can wake.</summary>
    public const string NoTrigger = "GSR0052";

    /// <summary>A condition that can never hold, or an option that can never matter.</summary>
    public const string Impossible = "GSR0053";

    /// <summary>A window without bounds, or a history condition that needs more than the history holds.</summary>
    public const string Window = "GSR0054";

    /// <summary>A condition about more than one message where one about a single message must stand.</summary>
    public const string SingleMessage = "GSR0055";

    /// <summary>A score outside its range.</summary>
    public const string Score = "GSR0056";

    /// <summary>An explanation names something that does not exist.</summary>
    public const string Placeholder = "GSR0057";

    /// <summary>Rules ask for each other's tactics in a circle.</summary>
    public const string Circle = "GSR0058";

    /// <summary>A rule id stands in two packs.</summary>
    public const string DuplicateRule = "GSR0059";

    /// <summary>Warning: nothing uses the lexicon, pattern, number or slot.</summary>
    public const string Unused = "GSR0080";

    /// <summary>Warning: one phrase of a lexicon repeats another.</summary>
    public const string RepeatedPhrase = "GSR0081";
}
