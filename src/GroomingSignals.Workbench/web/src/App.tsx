import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { api, type Corpus, type Filter, type Reveals, type State, type Thresholds, type Workload } from './api';
import { BreakNotice } from './BreakNotice';
import { ConversationPage } from './conversation/ConversationPage';
import { Loading } from './Loading';
import { count } from './numbers';
import { PointPage } from './point/PointPage';
import { PolicyNotice } from './PolicyNotice';
import { QueuePanel } from './queue/QueuePanel';
import { useRoute } from './route';
import { useTheme } from './theme';

const savedOf = (corpus: Corpus): Thresholds => Object.fromEntries(
  corpus.tracks.filter(t => t.review !== null && t.urgent !== null).map(t => [t.name, { review: t.review!, urgent: t.urgent! }]));

export function App() {
  const [state, setState] = useState<State | null>(null);
  const [lost, setLost] = useState(false);
  const [theme, toggleTheme] = useTheme();
  const refresh = () => api.state().then(next => { setState(next); setLost(false); }, () => setLost(true));
  useEffect(() => { void refresh(); }, []);
  useEffect(() => {
    if (state?.stage === 'scoring' || lost) {
      const timer = setTimeout(refresh, 250);
      return () => clearTimeout(timer);
    }

    return undefined;
  }, [state, lost]);

  return (
    <>
      <a class="skip" href="#main" onClick={event => { event.preventDefault(); document.getElementById('main')?.focus(); }}>Skip to content</a>
      <Shell theme={theme} toggleTheme={toggleTheme} state={state} lost={lost} refresh={refresh} />
    </>
  );
}

function Shell({ theme, toggleTheme, state, lost, refresh }: {
  theme: 'light' | 'dark'; toggleTheme: () => void; state: State | null; lost: boolean; refresh: () => Promise<void>;
}) {
  const route = useRoute();
  const corpus = state?.corpus ?? null;
  const [reveals, setReveals] = useState<Reveals | null>(null);
  const [opening, setOpening] = useState(0);
  const known = reveals ?? state?.reveals ?? null;
  const title = route.view === 'point' ? 'Operating point' : route.view === 'queue' ? 'Queue' : 'Conversation';
  const main = useRef<HTMLElement>(null);
  useEffect(() => { document.title = `${title} \u00b7 GroomingSignals workbench`; }, [title]);

  return (
    <>
      <header class="top">
        <span class="name">GroomingSignals <span>workbench</span></span>
        <nav aria-label="Views">
          <Tab href="#/" current={route.view === 'point'}>Operating point</Tab>
          <Tab href="#/queue" current={route.view === 'queue'}>Queue</Tab>
          <Tab href={lastConversation(route)} current={route.view === 'conversation'}>Conversation</Tab>
        </nav>
        <span class="grow" />
        {known && <span class="reveals" title="Messages revealed since the workbench was started">{count(known.total)} revealed</span>}
        <button type="button" class="quiet" onClick={toggleTheme}>{theme === 'dark' ? 'Light' : 'Dark'} theme</button>
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        {lost && <p class="notice" role="alert">The workbench does not answer. It may have been stopped in the terminal.</p>}
        {state && known?.breakDue && <BreakNotice wellness={state.wellness} reveals={known} rested={setReveals} />}
        {corpus && <PolicyNotice key={corpus.policy} opened={async () => { await refresh(); setOpening(n => n + 1); }} />}
        {corpus?.notices.map(notice => <p key={notice} class="notice strong">{notice}</p>)}
        {corpus?.synthetic && (
          <p class="notice">These conversations were composed by a program. Figures on them prove that the machinery works, and say nothing about accuracy in the field.</p>
        )}
        {corpus ? <Views key={opening} corpus={corpus} theme={theme} route={route} setReveals={setReveals} refresh={refresh} /> : <Loading state={state} />}
      </main>
    </>
  );
}

let lastIndex: number | null = null;

function lastConversation(route: ReturnType<typeof useRoute>): string {
  if (route.view === 'conversation' && route.index !== null) {
    lastIndex = route.index;
  }

  return lastIndex === null ? '#/conversation' : `#/conversation/${lastIndex}`;
}

function Tab({ href, current, children }: { href: string; current: boolean; children: string }) {
  return <a href={href} {...(current ? { 'aria-current': 'page' as const } : {})}>{children}</a>;
}

function Views({ corpus, theme, route, setReveals, refresh }: {
  corpus: Corpus; theme: string; route: ReturnType<typeof useRoute>; setReveals: (reveals: Reveals) => void; refresh: () => Promise<void>;
}) {
  const saved = useMemo(() => savedOf(corpus), [corpus]);
  const [thresholds, setThresholds] = useState<Thresholds>(saved);
  const [workload, setWorkload] = useState<Workload>(corpus.workload);
  const [track, setTrack] = useState(corpus.tracks.find(t => t.review !== null)?.name ?? '');
  const [filter, setFilter] = useState<Filter>({});
  const [offset, setOffset] = useState(0);
  return route.view === 'queue' ? (
    <QueuePanel corpus={corpus} thresholds={thresholds} filter={filter} setFilter={setFilter} offset={offset} setOffset={setOffset} />
  ) : route.view === 'conversation' ? (
    <ConversationPage key={route.index} index={route.index} thresholds={thresholds} theme={theme} setReveals={setReveals} />
  ) : (
    <PointPage corpus={corpus} saved={saved} thresholds={thresholds} setThresholds={setThresholds} workload={workload} setWorkload={setWorkload}
      track={track} setTrack={setTrack} theme={theme} refresh={refresh} />
  );
}
