import { useEffect, useRef, useState } from 'preact/hooks';
import { api, type Corpus, type Facet, type Filter, type QueuePage, type Row, type Thresholds } from '../api';
import { count, logOdds, plural, risk } from '../numbers';
import { SeverityBadge } from '../SeverityBadge';

const pageSize = 50;

export function QueuePanel({ corpus, thresholds, filter, setFilter, offset, setOffset }: {
  corpus: Corpus; thresholds: Thresholds; filter: Filter; setFilter: (filter: Filter) => void; offset: number; setOffset: (offset: number) => void;
}) {
  const [page, setPage] = useState<QueuePage | null>(null);
  const [problem, setProblem] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const focusFirst = useRef(false);
  useEffect(() => {
    const stop = new AbortController();
    api.queue(thresholds, filter, offset, pageSize, stop.signal).then(next => { setPage(next); setProblem(''); }, e => stop.signal.aborted || setProblem(String(e.message)));
    return () => stop.abort();
  }, [thresholds, filter, offset]);
  useEffect(() => {
    if (focusFirst.current) {
      focusFirst.current = false;
      list.current?.querySelector('a')?.focus();
    }
  }, [page]);

  const narrow = (change: Filter) => { setFilter({ ...filter, ...change }); setOffset(0); };
  const turn = (by: number) => {
    const next = offset + (by * pageSize);
    if (page && next >= 0 && next < page.total) {
      focusFirst.current = true;
      setOffset(next);
    }
  };
  const key = (event: KeyboardEvent) => {
    const links = [...list.current!.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 };
    if (event.key === 'PageDown' || event.key === 'PageUp') {
      event.preventDefault();
      turn(event.key === 'PageDown' ? 1 : -1);
    } else if (to[event.key] !== undefined) {
      event.preventDefault();
      links[Math.min(links.length - 1, Math.max(0, to[event.key]!))]?.focus();
    }
  };

  return (
    <div class="queue">
      <div class="heading">
        <h1>Queue</h1>
        <p class="soft" role="status">
          {page && <>{count(page.urgent)} urgent and {count(page.review)} to review, of {plural(corpus.conversations, 'conversation')}. Against the saved policy {count(page.entering)} enter, {count(page.leaving)} leave, {count(page.moving)} change severity.</>}
        </p>
      </div>
      {problem && <p class="notice" role="alert">{problem}</p>}
      <div class="filters" role="group" aria-label="Filters">
        <Choice label="Severity" value={filter.severity} set={v => narrow({ severity: v })} options={[['urgent', 'Urgent'], ['review', 'Review']]} />
        <Choice label="Track" value={filter.track} set={v => narrow({ track: v })} options={corpus.tracks.map(t => [t.name, t.title])} />
        <Choice label="Tactic" value={filter.tactic} set={v => narrow({ tactic: v })} options={corpus.tactics.map(t => [t.id, `${t.id} (${count(t.count)})`])} />
        <Choice label="Rule" value={filter.rule} set={v => narrow({ rule: v })} options={corpus.rules.map(named)} />
        <Choice label="Change" value={filter.change} set={v => narrow({ change: v })} options={[['entering', 'Entering'], ['leaving', 'Leaving'], ['staying', 'Staying']]} />
        <button type="button" class="quiet" disabled={!Object.values(filter).some(v => v)} onClick={() => { setFilter({}); setOffset(0); }}>Clear</button>
      </div>
      {page && page.total === 0 && <p class="empty">No conversation is here under these settings and filters.</p>}
      {page && page.total > 0 && (
        <>
          <ol class="rows" ref={list} onKeyDown={key} start={page.offset + 1} aria-label="Conversations, the highest risk first">
            {page.rows.map(row => <QueueLine key={row.index} row={row} />)}
          </ol>
          <nav class="pages" aria-label="Pages">
            <button type="button" disabled={offset === 0} onClick={() => turn(-1)}>Previous</button>
            <span role="status">{count(page.offset + 1)} to {count(page.offset + page.rows.length)} of {count(page.total)}</span>
            <button type="button" disabled={offset + pageSize >= page.total} onClick={() => turn(1)}>Next</button>
            <span class="soft">Arrow keys move in the list, Page Up and Page Down turn pages, Enter opens.</span>
          </nav>
        </>
      )}
    </div>
  );
}

const named = (facet: Facet): [string, string] => [facet.id, `${facet.id} ${facet.title} (${count(facet.count)})`];

function QueueLine({ row }: { row: Row }) {
  return (
    <li class={row.change}>
      <a href={`#/conversation/${row.index}`}>
        <SeverityBadge severity={row.severity} />
        <span class="risk">{risk(row.risk)}<small title="Risk in log-odds, where what is near 1 stands apart">log-odds {logOdds(row.risk)}</small></span>
        <span class="what">
          <strong>{row.id}</strong>
          <span class="why">{row.why}</span>
        </span>
        <span class="meta">
          {row.change === 'entering' && <span class="mark entering">enters{row.savedSeverity === 'none' ? '' : `, was ${row.savedSeverity}`}</span>}
          {row.change === 'leaving' && <span class="mark leaving">leaves, was {row.savedSeverity}</span>}
          {row.change === 'staying' && row.severity !== row.savedSeverity && <span class="mark moving">was {row.savedSeverity}</span>}
          {row.label !== null && <span class="label">labelled {row.label ? 'case' : 'not a case'}</span>}
          <span>{plural(row.messages, 'message')}</span>
        </span>
      </a>
    </li>
  );
}

function Choice({ label, value, set, options }: { label: string; value: string | undefined; set: (value: string) => void; options: [string, string][] }) {
  return (
    <label>
      <span>{label}</span>
      <select aria-label={label} value={value ?? ''} onChange={event => set(event.currentTarget.value)}>
        <option value="">All</option>
        {options.map(([id, title]) => <option key={id} value={id}>{title}</option>)}
      </select>
    </label>
  );
}
