import type { Figure } from './api';

/** Numbers as people read them, the same in every browser. */

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const one = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

export const count = (value: number) => whole.format(value);

export function amount(value: number): string {
  return value >= 100 ? whole.format(value) : value >= 10 ? one.format(value) : String(Number(value.toPrecision(2)));
}

export function percent(value: number): string {
  const share = value * 100;
  return share === 0 ? '0 %' : share >= 100 ? `${whole.format(share)} %` : share >= 10 ? `${one.format(share)} %` : share >= 0.01 ? `${Number(share.toPrecision(2))} %` : `${share.toExponential(1)} %`;
}

/** A risk to read: near 0 and 1 with more digits, and what rounds to a certainty even then is not one. */
export function risk(value: number): string {
  const away = Math.min(value, 1 - value);
  return away >= 0.0005 ? value.toFixed(3)
    : away >= 1e-6 ? value.toFixed(Math.min(6, Math.ceil(-Math.log10(away)) + 1))
    : value > 0.5 ? '>0.999999' : '<0.000001';
}

/** The same where risks near 1 still stand apart. */
export const logOdds = (value: number) => `${value >= 0.5 ? '+' : '\u2212'}${Math.abs(toLogOdds(value)).toFixed(2)}`;

/** As many digits as a threshold needs to be told from its neighbours: a step of a key, or of two pixels, is another number everywhere on the scale. */
export function threshold(value: number): string {
  const away = Math.min(value, 1 - value);
  return value.toFixed(Math.min(8, Math.max(3, Math.ceil(-Math.log10(away)) + 2)));
}

export const range = (figure: Figure, format: (value: number) => string) =>
  figure.lower === null || figure.upper === null ? '' : `${format(figure.lower)} to ${format(figure.upper)}`;

export const points = (value: number) => `${value > 0 ? '+' : value < 0 ? '\u2212' : ''}${Math.abs(value).toFixed(3)}`;

export const plural = (value: number, one: string) => `${count(value)} ${one}${value === 1 ? '' : 's'}`;

/** Log-odds, on which thresholds near 1 stand apart. */
export const toLogOdds = (value: number) => Math.log(value / (1 - value));
export const toRisk = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

/** Beyond this a threshold could not be read: 0.999995. */
export const highest = 12.2;

/** A risk that a person can read, near a place on the scale. */
export function nearRisk(logOdds: number): number {
  return Number(threshold(toRisk(Math.min(highest, Math.max(-highest, logOdds)))));
}
