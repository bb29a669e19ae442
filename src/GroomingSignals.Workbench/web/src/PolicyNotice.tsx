import { useEffect, useState } from 'preact/hooks';
import { api, type Standing } from './api';

const every = 15_000;

/** Says when the policy on the disk is another one than that on the page: before somebody has worked for an hour on what cannot be saved. */
export function PolicyNotice({ opened }: { opened: () => Promise<void> }) {
  const [standing, setStanding] = useState<Standing | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    // A server that does not answer is told of elsewhere.
    const look = () => api.policy().then(setStanding, () => undefined);
    void look();
    const timer = setInterval(look, every);
    addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', look);
    };
  }, []);
  const open = () => api.open().then(next => { setStanding(next); setProblem(''); return opened(); }, e => setProblem(String(e.message)));
  if (!standing?.detail) {
    return null;
  }

  return (
    <div class="notice strong row" role="alert">
      <p>{standing.detail}{problem && <><br /><strong>{problem}</strong></>}</p>
      <button type="button" onClick={() => void open()}>Open {standing.file}</button>
    </div>
  );
}
