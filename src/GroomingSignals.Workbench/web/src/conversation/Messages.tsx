import { useState } from 'preact/hooks';
import { api, type ConversationView, type MessageView, type Piece, type Revealed, type Reveals } from '../api';

/** The messages, each masked until it is revealed. What is hidden again leaves the page. */
export function Messages({ view, setReveals }: { view: ConversationView; setReveals: (reveals: Reveals) => void }) {
  const [shown, setShown] = useState<ReadonlyMap<number, Revealed>>(new Map());
  const [problem, setProblem] = useState('');
  const reveal = (message: number, evidence: boolean) => {
    api.reveal(view.index, message, evidence).then(revealed => {
      setShown(before => new Map(before).set(message, revealed));
      setReveals(revealed.reveals);
    }, e => setProblem(String(e.message)));
  };
  const hide = (message: number) => setShown(before => {
    const next = new Map(before);
    next.delete(message);
    return next;
  });
  return (
    <>
      {problem && <p class="notice" role="alert">{problem}</p>}
      <ol class="messages">
        {view.messages.map((message, i) => (
          <li key={i} class={message.marks.length > 0 ? 'has-evidence' : ''}>
            <Line message={message} number={i + 1} towards={message.sender === view.assessment.from} revealed={shown.get(i) ?? null}
              reveal={evidence => reveal(i, evidence)} hide={() => hide(i)} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Line({ message, number, towards, revealed, reveal, hide }: {
  message: MessageView; number: number; towards: boolean; revealed: Revealed | null; reveal: (evidence: boolean) => void; hide: () => void;
}) {
  const found = [...new Map(message.marks.map(m => [`${m.tactic} ${m.rule}`, m])).values()];
  const covered = revealed?.pieces.some(p => p.text === null) ?? false;
  return (
    <>
      <div class="line">
        <span class="who"><span class="soft">{number}</span> <strong class={towards ? 'from' : ''}>{message.sender}</strong> {message.time && <time dateTime={message.time}>{message.time.slice(0, 16).replace('T', ' ')}</time>}</span>
        <span class="grow" />
        {message.rose && <span class={`badge ${message.severity}`}>now {message.severity}</span>}
        {!revealed && message.length > 0 && <button type="button" class="quiet" aria-label={`Reveal message ${number}`} onClick={() => reveal(false)}>Reveal</button>}
        {covered && <button type="button" class="quiet" aria-label={`Reveal the evidence in message ${number}`} onClick={() => reveal(true)}>Reveal evidence</button>}
        {revealed && <button type="button" class="quiet" aria-label={`Hide message ${number}`} onClick={hide}>Hide</button>}
      </div>
      {revealed ? <p class="text" dir="auto">{revealed.pieces.map((piece, i) => <Shown key={i} piece={piece} />)}</p> : <Mask message={message} />}
      {(found.length > 0 || message.tags.length > 0) && (
        <ul class="found">
          {found.map(m => <li key={m.tactic + m.rule}>{m.tactic} <small>{m.rule}</small></li>)}
          {message.tags.map(tag => <li key={tag} class="tag">tag: {tag}</li>)}
        </ul>
      )}
    </>
  );
}

function Shown({ piece }: { piece: Piece }) {
  return piece.text === null
    ? <span class="covered" role="img" aria-label={`masked evidence of ${piece.tactics.join(', ')}`} style={{ width: `${Math.min(60, piece.length) * 0.5}em` }} />
    : piece.tactics.length > 0 ? <mark title={piece.tactics.join(', ')}>{piece.text}</mark>
    : <>{piece.text}</>;
}

/** As long as the message, with the evidence where it stands. */
function Mask({ message }: { message: MessageView }) {
  if (message.length === 0) {
    return <p class="soft">No text.</p>;
  }

  const spans = message.marks.filter(m => m.end > m.start);
  return (
    <div class="mask" role="img" aria-label={`Masked, ${message.length} characters${spans.length ? `, evidence of ${[...new Set(spans.map(m => m.tactic))].join(', ')}` : ''}`}
      style={{ width: `min(100%, ${Math.max(3, message.length * 0.5)}em)` }}>
      {spans.map((m, i) => <span key={i} style={{ left: `${m.start / message.length * 100}%`, width: `${Math.max(0.5, (m.end - m.start) / message.length * 100)}%` }} />)}
    </div>
  );
}
