namespace GroomingSignals.Tests.Properties;

/// <summary>A small pack with every kind of condition, so that properties do not hang on the built-in one.</summary>
internal static class SmallPack
{
    public const string Yaml = """
        schema: rule-pack/1
        pack:
          id: small
          version: 1.0.0
          languages: [en]
          description: every kind of condition in a few rules
        slots:
          guardian: [mom, dad, parents]
        lexicons:
          hide:
            phrases:
            - (dont|never) tell your {guardian}
            - our little secret
            except:
            - our little secret santa
          picture:
            phrases: [send me a picture, picture of you]
          surprise:
            phrases: [surprise party]
          gift:
            phrases: [buy you a gift, gift card for you]
          threat:
            phrases: [or else everybody sees it]
          refusal:
            phrases: ["no way", stop asking]
          told:
            phrases: [somebody asked me to]
          said:
            phrases: [she said]
        numbers:
          age:
            kind: age
            phrases: ["im {n}", "{n} years old"]
            range: [5, 99]
            except: ["im {n} minutes away"]
        roles:
          quoting: { lexicon: said, scope: clause }
          disclosing: { lexicon: told, scope: message }
          refusing: { lexicon: refusal, scope: clause }
        advice:
          secrecy: { atRisk: Tell an adult you trust., reviewer: Look who asks., source: none }
        rules:
        - id: T-SEC-001
          title: hides
          tactic: secrecy
          subtype: conceal
          status: stable
          when:
            all:
            - lexicon: hide
              notNear: { lexicon: surprise, tokens: 6 }
          score: { logOdds: 1.4, repeat: 0.3, cap: 2.4, halfLife: 7d }
          explain: "{from} asked {towards} to hide it ({count})"
        - id: T-IMG-001
          title: asks for a picture
          tactic: image-request
          subtype: request
          status: stable
          when: { lexicon: picture }
          score: { logOdds: 1.2, repeat: 0.4, cap: 2.1, halfLife: 2h }
        - id: T-IMG-002
          title: sends one
          tactic: image-request
          subtype: send
          status: stable
          when: { tag: image }
          score: { logOdds: 0.6, halfLife: never }
        - id: T-GFT-001
          title: gives
          tactic: gift-offer
          subtype: money
          status: stable
          speaker: { age: [adult, unknown] }
          when: { lexicon: gift }
          score: { logOdds: 0.9, repeat: 0.2 }
        - id: T-COE-001
          title: threatens
          tactic: coercion
          subtype: threat-to-share
          status: stable
          when: { lexicon: threat }
          score: { logOdds: 3.0, repeat: 0.5, cap: 4.0 }
        - id: T-AGE-001
          title: contradicts
          tactic: age-misrepresentation
          subtype: contradictory-age
          status: stable
          when: { number: age, contradicts: [declared-band, own-earlier-claim], tolerance: 1 }
          score: { logOdds: 1.5 }
        - id: T-PRS-001
          title: asks again after a no
          tactic: compliance-testing
          subtype: repetition
          status: stable
          when:
            sequence:
              steps: [{ tactic: image-request }, { role: refusing, by: listener }, { tactic: image-request }]
              within: { messages: 30, time: 48h }
          score: { logOdds: 1.4, repeat: 0.5 }
        - id: T-SEC-002
          title: hides, in shadow
          tactic: secrecy
          subtype: guardian-avoidance
          status: test
          mode: shadow
          when:
            count: { of: { lexicon: hide }, atLeast: 2, within: { messages: 50 } }
          score: { logOdds: 1.0 }
        """;

    public static GroomingSignals.RulePacks.RulePack Pack { get; } = GroomingSignals.RulePacks.RulePack.Parse(Yaml, "small.yaml");

    public static RiskAnalyzer Analyzer { get; } = Builder().Build();

    public static RiskAnalyzerBuilder Builder() => new RiskAnalyzerBuilder().WithoutBuiltInRulePack().AddRulePack(Pack);
}
