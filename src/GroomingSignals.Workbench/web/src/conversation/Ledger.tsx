import { useState } from 'preact/hooks';
import type { Assessment } from '../api';
import { plural, points, risk } from '../numbers';

interface Line { name: string; value: number; from: number; to: number }

const voice = 'classifier.';
const isVoice = (line: Line) => line.name.startsWith(voice);

/** A waterfall: each bar begins where the one above ends, and the last stands at the score. What the classifier adds is one line until somebody opens it. */
export function Ledger({ assessment }: { assessment: Assessment }) {
  const [open, setOpen] = useState(false);
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
  const cells = (line: Line) => (
    <>
      <td>{points(line.value)}</td>
      <td class="track"><span class={line.value < 0 ? 'bar lowers' : 'bar'} style={{ left: place(Math.min(line.from, line.to)), width: width(line) }} /></td>
      <td class="soft">{points(line.to)}</td>
    </>
  );
  // The ledger keeps the classifier's lines together.
  const inner = lines.filter(isVoice);
  const [first, last] = [inner[0], inner[inner.length - 1]];
  const folds = first !== undefined && last !== undefined && inner.length > 2;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Ledger lines">
      <table class="ledger">
        <caption>In log-odds, the evidence that decided the score</caption>
        <thead><tr><th scope="col">Line</th><th scope="col">Adds</th><th scope="col"><span class="hidden">Bar</span></th><th scope="col">Sum</th></tr></thead>
        <tbody>
          {lines.map(line => (
            <>
              {folds && line === first && (
                <tr key={voice}>
                  <th scope="row"><button type="button" class="fold" aria-expanded={open} onClick={() => setOpen(!open)}>classifier, {plural(inner.length, 'line')}</button></th>
                  {cells({ name: voice, value: last.to - first.from, from: first.from, to: last.to })}
                </tr>
              )}
              {(!folds || open || !isVoice(line)) && (
                <tr key={line.name} class={folds && isVoice(line) ? 'inner' : ''}>
                  <th scope="row">{folds && isVoice(line) ? line.name.slice(voice.length) : line.name}</th>
                  {cells(line)}
                </tr>
              )}
            </>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">score</th><td>{points(assessment.rawScore)}</td><td class="track"><span class="end" style={{ left: place(assessment.rawScore) }} /></td><td>risk {risk(assessment.risk)}</td></tr></tfoot>
      </table>
    </div>
  );
}
