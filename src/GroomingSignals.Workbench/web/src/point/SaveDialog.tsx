import { useEffect, useRef, useState } from 'preact/hooks';
import { api, type Saved, type Thresholds, type Track, type Workload } from '../api';
import { threshold } from '../numbers';

/** Saving asks for a reason: whoever reads the policy next year will want it. */
export function SaveDialog({ changed, saved, thresholds, workload, close, done }: {
  changed: Track[]; saved: Thresholds; thresholds: Thresholds; workload: Workload; close: () => void; done: () => Promise<void>;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [author, setAuthor] = useState('');
  const [problem, setProblem] = useState('');
  const [written, setWritten] = useState<Saved | null>(null);
  const [shown] = useState({ changed, saved, thresholds });
  useEffect(() => { dialog.current?.showModal(); }, []);
  const save = async (event: Event) => {
    event.preventDefault();
    if (reason.trim().length === 0) {
      setProblem('A saved policy needs a reason: say what the change is for.');
      return;
    }

    try {
      setWritten(await api.save(thresholds, reason, author, workload));
      setProblem('');
      await done();
    } catch (e) {
      setProblem((e as Error).message);
    }
  };
  return (
    <dialog ref={dialog} aria-labelledby="save-title" onClose={close}>
      <h2 id="save-title">{written ? 'Saved' : 'Save as policy'}</h2>
      <ul class="changes">
        {shown.changed.map(t => (
          <li key={t.name}>
            <strong>{t.title}</strong>
            {(['review', 'urgent'] as const).map(which => {
              const [then, now] = [shown.saved[t.name]![which], shown.thresholds[t.name]![which]];
              return then === now ? null : <span key={which}> {which} {threshold(then)} → {threshold(now)}</span>;
            })}
            {t.low !== null && shown.thresholds[t.name]!.review < t.low && <span> low {threshold(t.low)} → {threshold(shown.thresholds[t.name]!.review)}, since it cannot lie above review</span>}
          </li>
        ))}
      </ul>
      {written ? (
        <>
          <p role="status">{written.file} holds the policy, version {written.version}. The same queue from the command line:</p>
          <pre>{written.command}</pre>
          <div class="row"><span class="grow" /><button type="button" class="primary" onClick={() => dialog.current?.close()}>Close</button></div>
        </>
      ) : (
        <form onSubmit={save} noValidate>
          <label><span>Reason (needed)</span><textarea rows={3} required value={reason} aria-invalid={problem !== ''} aria-describedby="save-problem" onInput={event => setReason(event.currentTarget.value)} /></label>
          <label><span>Your name or role</span><input type="text" autocomplete="off" value={author} onInput={event => setAuthor(event.currentTarget.value)} /></label>
          <p id="save-problem" class="problem" role="alert">{problem}</p>
          <div class="row"><span class="grow" /><button type="button" class="quiet" onClick={() => dialog.current?.close()}>Cancel</button><button type="submit" class="primary">Save</button></div>
        </form>
      )}
    </dialog>
  );
}
