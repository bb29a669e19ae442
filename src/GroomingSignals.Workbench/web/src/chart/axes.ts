import type uPlot from 'uplot';
import { colour } from '../theme';
import { toLogOdds } from '../numbers';

/** Where a scale of log-odds says a risk. */
const riskTicks = [0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999, 0.9999, 0.99999];

const base = (): uPlot.Axis => ({
  stroke: colour('soft'), font: '12px system-ui, sans-serif', labelFont: '12px system-ui, sans-serif', labelSize: 18, labelGap: 2,
  grid: { stroke: colour('grid'), width: 1 }, ticks: { stroke: colour('grid'), width: 1 },
});

export const riskAxis = (label: string): uPlot.Axis => ({
  ...base(), label, size: 34,
  splits: (_plot, _axis, least, most) => riskTicks.map(toLogOdds).filter(v => v >= least && v <= most),
  values: (_plot, splits) => splits.map(v => String(Number((1 / (1 + Math.exp(-v))).toPrecision(6)))),
});

export const linearAxis = (label: string, extra: Partial<uPlot.Axis> = {}): uPlot.Axis => ({ ...base(), label, size: 34, ...extra });

const short = (value: number) => value >= 1e6 ? `${value / 1e6} M` : value >= 1e3 ? `${value / 1e3} k` : value >= 0.001 ? String(value) : value.toExponential(0);

/** Powers of ten, thinned to what a person can read. */
function decades(least: number, most: number): number[] {
  const [from, to] = [Math.ceil(Math.log10(least) - 1e-9), Math.floor(Math.log10(most) + 1e-9)];
  const step = Math.max(1, Math.ceil((to - from) / 7));
  return Array.from({ length: Math.max(0, Math.floor((to - from) / step) + 1) }, (_, i) => Number(`1e${from + (i * step)}`));
}

export const logAxis = (label: string, format: (value: number) => string = short): uPlot.Axis => ({
  ...base(), label, size: 70,
  splits: (_plot, _axis, least, most) => decades(least, most),
  filter: (_plot, splits) => splits,
  values: (_plot, splits) => splits.map(v => format(v)),
});
