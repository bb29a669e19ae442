import { api, type Reveals, type Wellness } from './api';
import { plural } from './numbers';

/** Asks for a break and stops nobody. */
export function BreakNotice({ wellness, reveals, rested }: { wellness: Wellness; reveals: Reveals; rested: (reveals: Reveals) => void }) {
  return (
    <div class="notice break" role="status">
      <p><strong>{wellness.reminder}</strong></p>
      <p>
        {plural(reveals.sinceBreak, 'message')} revealed in {plural(reveals.minutes, 'minute')}. Take at least {plural(wellness.breakMinutes, 'minute')}. {wellness.support}
      </p>
      <button type="button" onClick={() => void api.rest().then(rested)}>I have had a break</button>
    </div>
  );
}
