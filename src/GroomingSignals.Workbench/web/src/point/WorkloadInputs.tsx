import { useState } from 'preact/hooks';
import type { Workload } from '../api';

const fields: [keyof Workload, string][] = [
  ['volume', 'Conversations a day'], ['prevalence', 'Prevalence'], ['reviewers', 'Reviewers'], ['minutesPerCase', 'Minutes a case'], ['hoursPerDay', 'Hours a day'],
];

/** The platform: labelled data cannot tell it. */
export function WorkloadInputs({ workload, set }: { workload: Workload; set: (workload: Workload) => void }) {
  const [typed, setTyped] = useState<{ name: keyof Workload; text: string } | null>(null);
  const done = () => {
    if (typed) {
      const value = Number(typed.text);
      if (value > 0 && (typed.name !== 'prevalence' || value < 1)) {
        set({ ...workload, [typed.name]: value });
      }

      setTyped(null);
    }
  };
  return (
    <fieldset class="fields platform">
      <legend>Your platform</legend>
      {fields.map(([name, label]) => (
        <label key={name}>
          <span>{label}</span>
          <input type="text" inputMode="decimal" value={typed?.name === name ? typed.text : String(workload[name])}
            onInput={event => setTyped({ name, text: event.currentTarget.value })} onBlur={done} onKeyDown={event => { if (event.key === 'Enter') { done(); } }} />
        </label>
      ))}
    </fieldset>
  );
}
