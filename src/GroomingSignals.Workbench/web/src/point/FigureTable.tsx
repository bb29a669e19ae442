import type { Figure, Outcome, Point } from '../api';
import { amount, count, percent, range, threshold } from '../numbers';

type Row = [string, string, (outcome: Outcome) => Figure, (value: number) => string];

const rows: Row[] = [
  ['Recall', 'of the track\u2019s own cases; of all in the last two columns', o => o.recall, percent],
  ['Precision', 'at the prevalence of the platform', o => o.precision, percent],
  ['Cases a day', 'that it brings', o => o.casesPerDay, amount],
  ['True cases a day', 'among these', o => o.trueCasesPerDay, amount],
  ['Capacity', 'of the reviewers\u2019 day', o => o.capacityShare, percent],
  ['False-positive rate', 'of conversations that are not cases', o => o.falsePositiveRate, percent],
  ['Messages to alert', 'median over cases that are found', o => o.messagesToAlert, amount],
];

/** Every figure with its interval: the planner's, as the command line prints them. */
export function FigureTable({ point, title, labelled }: { point: Point; title: string; labelled: boolean }) {
  const columns: [string, Outcome | null][] = [['Review', point.review], ['Urgent', point.urgent], ['Whole queue', point.queue], ['Urgent in it', point.head]];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Table of figures">
      <table class="figures">
        <thead>
          <tr><td /><th scope="colgroup" colSpan={2}>{title}, by itself</th><th scope="colgroup" colSpan={2}>All tracks and tactics</th></tr>
          <tr>
            <td />
            {columns.map(([name, outcome]) => <th key={name} scope="col">{name}{outcome?.risk != null && <small>from {threshold(outcome.risk)}</small>}</th>)}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">In this corpus<small>conversations, labelled or not</small></th>
            {columns.map(([name, outcome]) => <td key={name}>{outcome ? count(outcome.conversations) : '\u2013'}</td>)}
          </tr>
          {labelled && rows.map(([name, what, pick, format]) => (
            <tr key={name}>
              <th scope="row">{name}<small>{what}</small></th>
              {columns.map(([column, outcome]) => <Cell key={column} figure={outcome && pick(outcome)} format={format} over={name === 'Capacity'} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ figure, format, over }: { figure: Figure | null; format: (value: number) => string; over: boolean }) {
  if (figure?.value == null) {
    return <td>–</td>;
  }

  return <td class={over && figure.value > 1 ? 'over' : ''}>{format(figure.value)}{over && figure.value > 1 && <b> over capacity</b>}<small>{range(figure, format)}</small></td>;
}
