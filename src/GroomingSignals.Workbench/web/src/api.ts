/** The calls of the page, and what they answer. Addresses are relative to the page's own, which holds the token. */

export interface Figure { value: number | null; lower: number | null; upper: number | null }
export interface Pair { review: number; urgent: number }
export type Thresholds = Record<string, Pair>;
export interface Workload { volume: number; prevalence: number; reviewers: number; minutesPerCase: number; hoursPerDay: number }
export interface Track { name: string; title: string; low: number | null; review: number | null; urgent: number | null; conversations: number; cases: number }
/** Whether the policy on the page still is the one on the disk, and can be saved. */
export interface Standing { state: 'same' | 'changed' | 'occupied'; file: string | null; detail: string | null }
export interface Facet { id: string; title: string; count: number }
export interface Reveals { total: number; sinceBreak: number; minutes: number; breakDue: boolean }
export interface Wellness { breakAfterReveals: number; breakAfterMinutes: number; breakMinutes: number; reminder: string; support: string }

export interface Corpus {
  inputs: string[]; conversations: number; positives: number; negatives: number; synthetic: boolean; notices: string[]; unread: number; problems: string[];
  scale: 'rules' | 'fused'; policy: string; tracks: Track[]; tactics: Facet[]; rules: Facet[]; workload: Workload;
}

export interface State {
  stage: 'scoring' | 'ready' | 'failed'; conversations: number; share: number | null; error: string | null; corpus: Corpus | null;
  wellness: Wellness; reveals: Reveals;
}

export interface Outcome {
  risk: number | null; conversations: number; recall: Figure; falsePositiveRate: Figure; precision: Figure; casesPerDay: Figure;
  trueCasesPerDay: Figure; capacityShare: Figure; messagesToAlert: Figure;
}

export interface Point { review: Outcome | null; urgent: Outcome | null; queue: Outcome; head: Outcome; capacity: number; moves: { entering: number; leaving: number; moving: number } }
export interface CurveStep { risk: number; logOdds: number; conversations: number; recall: Figure; precision: Figure; casesPerDay: Figure }
export interface Curve { track: string; cases: number; points: CurveStep[] }

export interface Filter { tactic?: string; rule?: string; track?: string; severity?: string; change?: string }
export interface Row {
  index: number; id: string; severity: Severity; savedSeverity: Severity; change: 'entering' | 'leaving' | 'staying'; risk: number; track: string | null;
  tactics: string[]; messages: number; why: string; label: boolean | null;
}
export interface QueuePage { review: number; urgent: number; entering: number; leaving: number; moving: number; total: number; offset: number; rows: Row[] }

export type Severity = 'none' | 'low' | 'review' | 'urgent';
export interface Mark { start: number; end: number; tactic: string; rule: string }
export interface MessageView {
  id: string; sender: string; time: string | null; length: number; tags: string[]; risk: number; current: number; severity: Severity; rose: boolean; marks: Mark[];
}
export interface Assessment {
  conversationId: string; risk: number; severity: Severity; recommendation: string; probability: number | null; rawScore: number; baseline: number;
  current: { risk: number; severity: Severity; rawScore: number }; from: string | null; towards: string | null;
  participants: { id: string; age: { band: string; provenance: string }; inferredAge: string | null; role: string | null; messages: number; assumed: boolean }[];
  evidence: { ruleId: string; tactic: string; subtype: string; anchors: { messageId: string }[]; contribution: number; earlier: number; shadow: boolean; explanation: string }[];
  contributions: { name: string; value: number }[];
  counterfactual: { rules: string[]; severity: Severity; rawScore: number; minimal: boolean } | null;
  advice: { tactic: string; atRisk: string; reviewer: string; source: string }[];
  assumptions: { code: string; subject: string | null; count: number; detail: string }[];
}
export interface ConversationView {
  index: number; why: string; track: string | null; assessment: Assessment; thresholds: (number | null)[]; label: boolean | null; messages: MessageView[];
}
export interface Piece { text: string | null; length: number; tactics: string[] }
export interface Revealed { message: number; evidence: boolean; pieces: Piece[]; reveals: Reveals }
export interface Saved { file: string; version: string; hash: string; command: string }

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) {
    const said = await response.json().catch(() => null) as { error?: string } | null;
    throw new Error(said?.error ?? `The workbench answered ${response.status}.`);
  }

  return await response.json() as T;
}

async function post<T>(name: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return answer<T>(await fetch(`./api/${name}`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), ...(signal ? { signal } : {}),
  }));
}

export const api = {
  state: async () => answer<State>(await fetch('./api/state')),
  queue: (thresholds: Thresholds, filter: Filter, offset: number, count: number, signal?: AbortSignal) =>
    post<QueuePage>('queue', { thresholds, filter: { tactic: null, rule: null, track: null, severity: null, change: null, ...filter }, offset, count }, signal),
  point: (track: string, thresholds: Thresholds, workload: Workload) => post<Point>('point', { track, thresholds, workload }),
  curve: (track: string, workload: Workload, signal?: AbortSignal) => post<Curve>('curve', { track, thresholds: null, workload }, signal),
  conversation: (index: number, thresholds: Thresholds) => post<ConversationView>('conversation', { index, thresholds }),
  reveal: (index: number, message: number, evidence: boolean) => post<Revealed>('reveal', { index, message, evidence }),
  rest: () => post<Reveals>('break', {}),
  save: (thresholds: Thresholds, reason: string, author: string, workload: Workload) => post<Saved>('save', { thresholds, reason, author, workload }),
  policy: async () => answer<Standing>(await fetch('./api/policy')),
  open: () => post<Standing>('open', {}),
};
