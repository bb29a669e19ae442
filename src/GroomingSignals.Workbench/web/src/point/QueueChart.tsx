import { useMemo, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import type { Curve, Pair } from '../api';
import { Chart } from '../chart/Chart';
import { logAxis, riskAxis } from '../chart/axes';
import { highest, nearRisk, threshold, toLogOdds } from '../numbers';
import { colour } from '../theme';

const height = 300;
type Which = 'review' | 'urgent';

/** Queue size over the threshold, with a handle for each severity. */
export function QueueChart({ curve, labelled, capacity, pair, set, theme }: {
  curve: Curve; labelled: boolean; capacity: number | null; pair: Pair; set: (pair: Pair) => void; theme: string;
}) {
  const [plot, setPlot] = useState<{ plot: uPlot; width: number } | null>(null);
  const rising = useMemo(() => [...curve.points].reverse(), [curve]);
  const span = useMemo(() => {
    const values = [...rising.map(p => p.logOdds), toLogOdds(0.25), toLogOdds(0.97)];
    return [Math.max(-highest, Math.min(...values)) - 0.3, Math.min(highest, Math.max(...values)) + 0.3] as [number, number];
  }, [rising]);
  const data = useMemo(() => {
    const above = (value: number | null) => value === null || value <= 0 ? null : value;
    const x = rising.map(p => p.logOdds);
    const size = rising.map(p => labelled ? above(p.casesPerDay.value) : above(p.conversations));
    return (labelled
      ? [x, size, rising.map(p => above(p.casesPerDay.lower)), rising.map(p => above(p.casesPerDay.upper)), x.map(() => capacity)]
      : [x, size]) as uPlot.AlignedData;
  }, [rising, labelled, capacity]);
  const options = useMemo(() => {
    const step = uPlot.paths.stepped!({ align: -1 });
    const line = { stroke: colour('accent'), width: 2, points: { show: false }, paths: step };
    const edge = { stroke: 'transparent', points: { show: false }, paths: step };
    return {
      legend: { show: false }, cursor: { show: false }, padding: [34, 14, 0, 0] as [number, number, number, number],
      scales: { x: { time: false, range: () => span }, y: { distr: 3 as const } },
      axes: [riskAxis('Threshold on risk'), logAxis(labelled ? 'Cases a day' : 'Conversations')],
      series: labelled ? [{}, line, edge, edge, { stroke: colour('warm'), width: 1.5, dash: [6, 5], points: { show: false } }] : [{}, line],
      bands: labelled ? [{ series: [3, 2] as [number, number], fill: colour('accent-fill') }] : [],
    };
  }, [labelled, span, theme]);

  return (
    <div class="handles">
      <Chart label={`Queue size by threshold. ${labelled && capacity !== null ? 'The dashed line is what the reviewers can look at in a day. ' : ''}The figures are in the table below.`}
        theme={theme} options={options} data={data} height={height} onReady={made => setPlot({ plot: made, width: made.width })} />
      {plot && (['review', 'urgent'] as const).map(which => (
        <Handle key={which} which={which} plot={plot.plot} span={span} pair={pair} set={set} />
      ))}
      <ul class="legend">
        <li class="key-accent">{labelled ? 'Cases a day, with 95 % interval' : 'Conversations'}</li>
        {labelled && <li class="key-warm">Capacity of the reviewers</li>}
      </ul>
    </div>
  );
}

/** Keeps urgent at or above review: the one that moves pushes the other. */
function moved(pair: Pair, which: Which, value: number): Pair {
  return which === 'review' ? { review: value, urgent: Math.max(value, pair.urgent) } : { review: Math.min(value, pair.review), urgent: value };
}

function Handle({ which, plot, span, pair, set }: { which: Which; plot: uPlot; span: [number, number]; pair: Pair; set: (pair: Pair) => void }) {
  /** How far from its line the handle was taken hold of; null while nobody drags. */
  const held = useRef<number | null>(null);
  const at = toLogOdds(pair[which]);
  const left = plot.over.offsetLeft + plot.valToPos(at, 'x');
  const go = (logOdds: number) => set(moved(pair, which, nearRisk(Math.min(span[1], Math.max(span[0], logOdds)))));
  const place = (event: PointerEvent) => event.clientX - plot.over.getBoundingClientRect().left;
  const drag = (event: PointerEvent) => { if (held.current !== null) { go(plot.posToVal(place(event) - held.current, 'x')); } };
  const key = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 0.5 : 0.05;
    const moves: Record<string, number> = {
      ArrowLeft: at - step, ArrowDown: at - step, ArrowRight: at + step, ArrowUp: at + step, PageDown: at - 0.5, PageUp: at + 0.5, Home: span[0], End: span[1],
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      go(next);
    }
  };
  return (
    <div class={`handle ${which}`} role="slider" tabIndex={0} aria-label={`Threshold of ${which}`} aria-orientation="horizontal"
      aria-valuemin={0} aria-valuemax={1} aria-valuenow={pair[which]} aria-valuetext={`risk ${threshold(pair[which])}`}
      style={{ left: `${left}px`, top: `${plot.over.offsetTop}px`, height: `${plot.over.clientHeight}px` }}
      onKeyDown={key}
      onPointerDown={event => { held.current = place(event) - plot.valToPos(at, 'x'); event.currentTarget.setPointerCapture(event.pointerId); event.currentTarget.focus(); }}
      onPointerMove={drag}
      onPointerUp={() => { held.current = null; }} onPointerCancel={() => { held.current = null; }}>
      <span>{which === 'review' ? 'Review' : 'Urgent'} {threshold(pair[which])}</span>
    </div>
  );
}
