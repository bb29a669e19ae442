import type { State } from './api';
import { count, percent } from './numbers';

export function Loading({ state }: { state: State | null }) {
  if (state?.stage === 'failed') {
    return <p class="notice" role="alert">{state.error}</p>;
  }

  const done = state?.conversations ?? 0;
  return (
    <section class="loading" aria-busy="true">
      <h1>Scoring the conversations</h1>
      <progress aria-label="Share of the input read" {...(state?.share != null ? { value: state.share } : {})} max={1} />
      <p role="status">{count(done)} scored{state?.share != null && state.share > 0 ? `, ${percent(state.share)} of the input read` : ''}. Nothing leaves this machine.</p>
    </section>
  );
}
