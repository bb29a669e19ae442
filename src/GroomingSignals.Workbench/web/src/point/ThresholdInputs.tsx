import { useState } from 'preact/hooks';
import type { Pair } from '../api';
import { threshold } from '../numbers';

/** The same thresholds as numbers, for who would rather type. */
export function ThresholdInputs({ pair, set }: { pair: Pair; set: (pair: Pair) => void }) {
  const take = (which: 'review' | 'urgent', value: number) => {
    if (value > 0 && value < 1) {
      set(which === 'review' ? { review: value, urgent: Math.max(value, pair.urgent) } : { review: Math.min(value, pair.review), urgent: value });
    }
  };
  return (
    <div class="fields">
      <NumberField label="Review from risk" value={pair.review} take={value => take('review', value)} />
      <NumberField label="Urgent from risk" value={pair.urgent} take={value => take('urgent', value)} />
    </div>
  );
}

function NumberField({ label, value, take }: { label: string; value: number; take: (value: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const done = () => {
    if (typed !== null) {
      take(Number(typed));
      setTyped(null);
    }
  };
  return (
    <label>
      <span>{label}</span>
      <input type="text" inputMode="decimal" value={typed ?? threshold(value)} onInput={event => setTyped(event.currentTarget.value)} onBlur={done}
        onKeyDown={event => { if (event.key === 'Enter') { done(); } }} />
    </label>
  );
}
