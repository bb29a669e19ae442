import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { api, type Corpus, type Curve, type Point, type Thresholds, type Workload } from '../api';
import { Latest } from '../latest';
import { count, plural } from '../numbers';
import { FigureTable } from './FigureTable';
import { PrecisionChart } from './PrecisionChart';
import { QueueChart } from './QueueChart';
import { SaveDialog } from './SaveDialog';
import { ThresholdInputs } from './ThresholdInputs';
import { WorkloadInputs } from './WorkloadInputs';

export function PointPage({ corpus, saved, thresholds, setThresholds, workload, setWorkload, track, setTrack, theme, refresh }: {
  corpus: Corpus; saved: Thresholds; thresholds: Thresholds; setThresholds: (next: Thresholds) => void; workload: Workload; setWorkload: (next: Workload) => void;
  track: string; setTrack: (next: string) => void; theme: string; refresh: () => Promise<void>;
}) {
  const [curve, setCurve] = useState<Curve | null>(null);
  const [point, setPoint] = useState<Point | null>(null);
  const [problem, setProblem] = useState('');
  const [saving, setSaving] = useState(false);
  const figures = useMemo(() => new Latest((asked: { track: string; thresholds: Thresholds; workload: Workload }) => api.point(asked.track, asked.thresholds, asked.workload)), []);
  const labelled = corpus.positives > 0 && corpus.negatives > 0;
  const pair = thresholds[track] ?? { review: 0.6, urgent: 0.85 };

  useEffect(() => {
    const stop = new AbortController();
    api.curve(track, workload, stop.signal).then(setCurve, e => stop.signal.aborted || setProblem(String(e.message)));
    return () => stop.abort();
  }, [track, workload]);
  // Asked at once and not after the next frame: the figures have a frame to catch.
  useLayoutEffect(() => {
    figures.answered = next => { setPoint(next); setProblem(''); };
    figures.failed = setProblem;
    figures.ask({ track, thresholds, workload });
  }, [track, thresholds, workload, saved]);

  const changed = useMemo(() => corpus.tracks.filter(t => {
    const [now, then] = [thresholds[t.name], saved[t.name]];
    return now && then && (now.review !== then.review || now.urgent !== then.urgent);
  }), [corpus, saved, thresholds]);
  const chosen = corpus.tracks.find(t => t.name === track);
  const title = chosen?.title ?? track;
  const set = (next: { review: number; urgent: number }) => setThresholds({ ...thresholds, [track]: next });

  return (
    <div class="point">
      <div class="heading">
        <h1>Operating point</h1>
        <p class="soft">
          {plural(corpus.conversations, 'conversation')}{labelled ? `, labelled: ${plural(corpus.positives, 'case')} and ${count(corpus.negatives)} not` : ', without labels'}. Policy {corpus.policy}{corpus.scale === 'fused' ? ', with a classifier' : ''}.
        </p>
      </div>
      <fieldset class="tracks">
        <legend>Track</legend>
        {corpus.tracks.map(t => (
          <label key={t.name}>
            <input type="radio" name="track" checked={t.name === track} onChange={() => setTrack(t.name)} />
            <span>{t.title} <small>{count(t.conversations)}</small>{changed.some(c => c.name === t.name) && <em>changed</em>}</span>
          </label>
        ))}
      </fieldset>
      {chosen && (
        <p class="soft counts">
          {plural(chosen.conversations, 'conversation')} {chosen.conversations === 1 ? 'has' : 'have'} a score on this track: so many the lowest threshold would bring.
          {labelled && ` ${plural(chosen.cases, 'labelled case')} ${chosen.cases === 1 ? 'is' : 'are'} its own, with no pair on a track that protects more: its recall is of these.`}
        </p>
      )}
      {problem && <p class="notice" role="alert">{problem}</p>}
      <div class="columns">
        <section class="card" aria-labelledby="queue-size">
          <h2 id="queue-size">{labelled ? 'Cases a day by threshold' : 'Conversations of the corpus by threshold'}</h2>
          <p class="soft">Drag a handle, or focus it and press the arrow keys. {title}, by itself.</p>
          {curve && curve.track === track && <QueueChart curve={curve} labelled={labelled} capacity={point?.capacity ?? null} pair={pair} set={set} theme={theme} />}
          <ThresholdInputs pair={pair} set={set} />
        </section>
        <section class="card" aria-labelledby="precision">
          <h2 id="precision">Precision and recall</h2>
          {labelled ? (
            <>
              <p class="soft">Precision at a prevalence of {workload.prevalence}; recall of this track's own {plural(chosen?.cases ?? 0, 'case')}. Bands are 95 % intervals.</p>
              {curve && curve.track === track && <PrecisionChart curve={curve} point={point} theme={theme} />}
            </>
          ) : <p class="soft">These need labelled conversations.</p>}
        </section>
      </div>
      {labelled && <section class="card platform-card" aria-label="Your platform"><WorkloadInputs workload={workload} set={setWorkload} /></section>}
      <section class="card" aria-labelledby="figures">
        <div class="row">
          <h2 id="figures">What this brings</h2>
          <p class="soft status" role="status">
            {changed.length === 0 || !point ? 'As saved.' : `Of this corpus ${count(point.moves.entering)} would enter the queue, ${count(point.moves.leaving)} would leave, and ${count(point.moves.moving)} change severity in it.`}
          </p>
          <button type="button" class="quiet" disabled={changed.length === 0} onClick={() => setThresholds(saved)}>Undo changes</button>
          <button type="button" class="primary" disabled={changed.length === 0} onClick={() => setSaving(true)}>Save as policy…</button>
        </div>
        {point && <FigureTable point={point} title={title} labelled={labelled} />}
      </section>
      {saving && <SaveDialog changed={changed} saved={saved} thresholds={thresholds} workload={workload} close={() => setSaving(false)} done={refresh} />}
    </div>
  );
}
