import { useEffect, useState } from 'preact/hooks';
import { api, type ConversationView, type Reveals, type Thresholds } from '../api';
import { percent, points, risk } from '../numbers';
import { SeverityBadge } from '../SeverityBadge';
import { Ledger } from './Ledger';
import { Messages } from './Messages';
import { RiskTimeline } from './RiskTimeline';

export function ConversationPage({ index, thresholds, theme, setReveals }: {
  index: number | null; thresholds: Thresholds; theme: string; setReveals: (reveals: Reveals) => void;
}) {
  const [view, setView] = useState<ConversationView | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    if (index !== null) {
      api.conversation(index, thresholds).then(setView, e => setProblem(String(e.message)));
    }
  }, [index, thresholds]);
  useEffect(() => {
    const back = (event: KeyboardEvent) => { if (event.key === 'Escape') { location.hash = '#/queue'; } };
    addEventListener('keydown', back);
    return () => removeEventListener('keydown', back);
  }, []);

  if (index === null || problem) {
    return (
      <div class="heading">
        <h1>Conversation</h1>
        <p>{problem || 'Choose a conversation in the '}{!problem && <a href="#/queue">queue</a>}{!problem && '.'}</p>
      </div>
    );
  }

  return view && <Conversation view={view} theme={theme} setReveals={setReveals} />;
}

function Conversation({ view, theme, setReveals }: { view: ConversationView; theme: string; setReveals: (reveals: Reveals) => void }) {
  const it = view.assessment;
  return (
    <div class="conversation">
      <div class="heading">
        <p><a href="#/queue">Back to the queue</a> <span class="soft">(Escape)</span></p>
        <div class="row">
          <h1>{it.conversationId}</h1>
          <SeverityBadge severity={it.severity} />
          <span class="risk">risk {risk(it.risk)}</span>
          <span class="soft">log-odds {points(it.rawScore)}</span>
          {it.probability !== null && <span class="soft">calibrated probability {percent(it.probability)}</span>}
          {view.label !== null && <span class="soft">labelled {view.label ? 'case' : 'not a case'}</span>}
        </div>
        <p>{view.why} {it.recommendation}</p>
      </div>
      <section class="card" aria-labelledby="timeline">
        <h2 id="timeline">Risk after each message</h2>
        <RiskTimeline view={view} theme={theme} />
      </section>
      <div class="columns wide-left">
        <section class="card" aria-labelledby="messages">
          <h2 id="messages">Messages</h2>
          <p class="soft">Masked until you reveal one. Evidence in it stays masked until you ask for that too.</p>
          <Messages view={view} setReveals={setReveals} />
        </section>
        <div class="side">
          <section class="card" aria-labelledby="ledger"><h2 id="ledger">Ledger</h2><Ledger assessment={it} /></section>
          <section class="card" aria-labelledby="counterfactual">
            <h2 id="counterfactual">What would lower it</h2>
            <p>{it.counterfactual
              ? <>Without {it.counterfactual.rules.join(', ')} the severity would be {it.counterfactual.severity}, risk {risk(1 / (1 + Math.exp(-it.counterfactual.rawScore)))}.{it.counterfactual.minimal ? '' : ' A smaller set may do it too.'}</>
              : 'No set of rules: there is nothing to lower, or the classifier holds it up by itself.'}</p>
          </section>
          <section class="card" aria-labelledby="people">
            <h2 id="people">People</h2>
            <ul>
              {it.participants.map(p => (
                <li key={p.id}>
                  <strong>{p.id}</strong>: {p.age.band === 'unknown' ? 'age unknown' : `${p.age.band}, ${p.age.provenance}`}{p.inferredAge ? `; says ${p.inferredAge}` : ''}{p.role ? `, ${p.role}` : ''}{p.assumed ? ', assumed listener' : ''}
                  {p.id === it.from && <em> speaks towards {it.towards}</em>}
                </li>
              ))}
            </ul>
          </section>
          {it.advice.length > 0 && (
            <section class="card" aria-labelledby="advice">
              <h2 id="advice">Advice</h2>
              <dl>
                {it.advice.map(a => <div key={a.tactic}><dt>{a.tactic}</dt><dd>{a.reviewer}</dd><dd class="soft">For the person at risk: {a.atRisk}</dd></div>)}
              </dl>
            </section>
          )}
          <section class="card" aria-labelledby="assumptions">
            <h2 id="assumptions">Assumptions</h2>
            {it.assumptions.length === 0 ? <p>None.</p> : <ul>{it.assumptions.map(a => <li key={a.code + a.subject}>{a.detail}{a.subject ? ` (${a.subject})` : ''}{a.count > 1 ? `, ${a.count} times` : ''}</li>)}</ul>}
          </section>
        </div>
      </div>
    </div>
  );
}
