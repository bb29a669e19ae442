import { useMemo } from 'preact/hooks';
import uPlot from 'uplot';
import type { ConversationView } from '../api';
import { Chart } from '../chart/Chart';
import { linearAxis, riskAxis } from '../chart/axes';
import { highest, plural, risk, threshold, toLogOdds } from '../numbers';
import { colour } from '../theme';

/** Risk 0.0025, below which nothing is told apart on the stretched scale. */
const lowest = -6;

/** The peak so far, the decayed value beside it, and the thresholds of the track. */
export function RiskTimeline({ view, theme }: { view: ConversationView; theme: string }) {
  // With thresholds near 1, as a classifier has them, everything that matters lies in the last hundredth: then the scale is that of log-odds.
  const stretched = (view.thresholds[1] ?? 0) > 0.95;
  const data = useMemo(() => {
    const at = (value: number | null) => value === null || !stretched ? value : Math.min(highest, Math.max(lowest, toLogOdds(value)));
    return [
      view.messages.map((_, i) => i + 1), view.messages.map(m => at(m.risk)), view.messages.map(m => at(m.current)),
      ...view.thresholds.slice(1).map(t => view.messages.map(() => at(t))),
    ] as uPlot.AlignedData;
  }, [view]);
  const options = useMemo(() => {
    const step = uPlot.paths.stepped!({ align: 1 });
    const rise = view.messages.map(m => m.rose);
    const threshold = (name: string) => ({ stroke: colour(name), width: 1.5, dash: [6, 5], points: { show: false } });
    return {
      legend: { show: false }, cursor: { show: false }, padding: [10, 14, 0, 0] as [number, number, number, number],
      scales: { x: { time: false, range: () => [0.5, Math.max(2, view.messages.length) + 0.5] as [number, number] }, y: { range: () => [stretched ? lowest : 0, stretched ? Math.min(highest, Math.max(6, toLogOdds(Math.max(view.assessment.risk, view.thresholds[2] ?? 0.99)) + 1)) : 1] as [number, number] } },
      axes: [linearAxis('Message', { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] }), stretched ? { ...riskAxis('Risk'), size: 60 } : linearAxis('Risk', { size: 44 })],
      series: [
        {}, { stroke: colour('accent'), width: 2, paths: step, points: { show: true, size: 8, filter: () => rise.flatMap((rose, i) => rose ? [i] : []) } },
        { stroke: colour('soft'), width: 1.5, paths: step, points: { show: false } }, threshold('review-line'), threshold('urgent-line'),
      ],
    };
  }, [view, theme]);
  const rises = view.messages.flatMap((m, i) => m.rose ? [`message ${i + 1} raises it to ${m.severity}`] : []);
  return (
    <>
      <Chart theme={theme} options={options} data={data} height={200}
        label={`Risk over ${plural(view.messages.length, 'message')}. ${rises.length ? `${rises.join(', ')}. ` : ''}It ends at ${risk(view.assessment.risk)}.`} />
      <ul class="legend">
        <li class="key-accent">Highest so far; a dot where the severity rises</li><li class="key-soft">After decay</li>
        {view.thresholds[1] != null && <li class="key-review">Review {threshold(view.thresholds[1])}</li>}
        {view.thresholds[2] != null && <li class="key-urgent">Urgent {threshold(view.thresholds[2])}</li>}
      </ul>
      {rises.length > 0 && <p class="soft">{rises.map(r => r[0]!.toUpperCase() + r.slice(1)).join('. ')}.</p>}
    </>
  );
}
