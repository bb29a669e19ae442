import type { Assessment } from '../api';
import { points, risk } from '../numbers';

interface Line { name: string; value: number; from: number; to: number }

/** A waterfall: each bar begins where the one above ends, and the last stands at the score. */
export function Ledger({ assessment }: { assessment: Assessment }) {
  let sum = 0;
  const lines: Line[] = [{ name: 'baseline', value: assessment.baseline }, ...assessment.contributions].map(({ name, value }) => {
    const from = sum;
    sum += value;
    return { name, value, from, to: sum };
  });
  const least = Math.min(0, ...lines.map(l => l.to));
  const most = Math.max(0, ...lines.map(l => l.to));
  const place = (value: number) => `${most === least ? 0 : (value - least) / (most - least) * 100}%`;
  const width = (line: Line) => `${most === least ? 0 : Math.abs(line.value) / (most - least) * 100}%`;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Ledger lines">
      <table class="ledger">
        <caption>In log-odds, the evidence that decided the score</caption>
        <thead><tr><th scope="col">Line</th><th scope="col">Adds</th><th scope="col"><span class="hidden">Bar</span></th><th scope="col">Sum</th></tr></thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.name}>
              <th scope="row">{line.name}</th>
              <td>{points(line.value)}</td>
              <td class="track"><span class={line.value < 0 ? 'bar lowers' : 'bar'} style={{ left: place(Math.min(line.from, line.to)), width: width(line) }} /></td>
              <td class="soft">{points(line.to)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">score</th><td>{points(assessment.rawScore)}</td><td class="track"><span class="end" style={{ left: place(assessment.rawScore) }} /></td><td>risk {risk(assessment.risk)}</td></tr></tfoot>
      </table>
    </div>
  );
}
