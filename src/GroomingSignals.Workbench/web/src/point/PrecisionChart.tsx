import { useEffect, useMemo, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import type { Curve, Outcome, Point } from '../api';
import { Chart } from '../chart/Chart';
import { linearAxis, logAxis } from '../chart/axes';
import { colour } from '../theme';

const height = 300;

/** Precision over recall; the thresholds that are set stand on it with the intervals of both. */
export function PrecisionChart({ curve, point, theme }: { curve: Curve; point: Point | null; theme: string }) {
  const plot = useRef<uPlot | null>(null);
  const latest = useRef(point);
  latest.current = point;
  // The curve stays while a threshold moves: only the marks are drawn anew.
  useEffect(() => { plot.current?.redraw(false); }, [point]);
  const data = useMemo(() => {
    const known = curve.points.filter(p => p.recall.value !== null && p.precision.value !== null && p.precision.value > 0);
    return [known.map(p => p.recall.value), known.map(p => p.precision.value), known.map(p => Math.max(1e-7, p.precision.lower ?? 1e-7)), known.map(p => p.precision.upper)] as unknown as uPlot.AlignedData;
  }, [curve]);
  const options = useMemo(() => {
    const edge = { stroke: 'transparent', points: { show: false } };
    return {
      legend: { show: false }, cursor: { show: false }, padding: [34, 14, 0, 0] as [number, number, number, number],
      scales: { x: { time: false, range: () => [0, 1.02] as [number, number] }, y: { distr: 3 as const } },
      axes: [linearAxis('Recall'), logAxis('Precision', v => String(v))],
      series: [{}, { stroke: colour('accent'), width: 2, points: { show: false } }, edge, edge],
      bands: [{ series: [3, 2] as [number, number], fill: colour('accent-fill') }],
      hooks: { draw: [(drawn: uPlot) => { mark(drawn, latest.current?.review ?? null, 'review-line'); mark(drawn, latest.current?.urgent ?? null, 'urgent-line'); }] },
    };
  }, [theme]);
  const said = point?.review?.recall.value != null && point.review.precision.value !== null
    ? `At the review threshold recall is ${point.review.recall.value.toFixed(3)} and precision ${point.review.precision.value.toPrecision(2)}. ` : '';
  return (
    <>
      <Chart label={`Precision by recall. ${said}The figures are in the table below.`} theme={theme} options={options} data={data} height={height} onReady={made => { plot.current = made; }} />
      <ul class="legend"><li class="key-review">Review threshold</li><li class="key-urgent">Urgent threshold</li></ul>
    </>
  );
}

function mark(plot: uPlot, outcome: Outcome | null, name: string) {
  const [recall, precision] = [outcome?.recall, outcome?.precision];
  if (recall?.value == null || precision?.value == null || precision.value <= 0) {
    return;
  }

  const x = (value: number) => plot.valToPos(value, 'x', true);
  const y = (value: number) => plot.valToPos(Math.max(1e-7, value), 'y', true);
  const { ctx } = plot;
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = colour(name);
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(x(recall.lower ?? recall.value), y(precision.value));
  ctx.lineTo(x(recall.upper ?? recall.value), y(precision.value));
  ctx.moveTo(x(recall.value), Math.min(y(precision.lower ?? precision.value), plot.bbox.top + plot.bbox.height));
  ctx.lineTo(x(recall.value), Math.max(y(precision.upper ?? precision.value), plot.bbox.top));
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(x(recall.value), y(precision.value), 5 * devicePixelRatio, 0, 2 * Math.PI);
  ctx.fill();
  ctx.restore();
}
