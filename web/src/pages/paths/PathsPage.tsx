import { useEffect, useMemo, useState } from 'react';
import type { Cloud, PathRow, PathsAnswer, Risk } from '../../api/types';
import { usePages } from '../../api/usePages';
import { navigate, useLocation, withQuery } from '../../app/router';
import { words } from '../../app/vocabulary';
import { Problem, Waiting } from '../../parts/Problem';
import { LeftOutNote } from '../../parts/tags';
import question from '../../questions/paths.graphql?raw';
import { NO_FILTER, type PathFilter, fits, toggled } from './filter';
import { PathList } from './PathList';
import { PathView } from './PathView';

const RISKS: Risk[] = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'];
const CLOUDS: Cloud[] = ['AWS', 'AZURE'];

/** How can an attacker get there: all paths, and the one that is looked at. */
export function PathsPage() {
  const url = useLocation();
  const from = url.searchParams.getAll('from');
  const to = url.searchParams.getAll('to');
  const ends = { from: from.length > 0 ? from : null, to: to.length > 0 ? to : null };
  const { pages, error, loading } = usePages<PathsAnswer>(question, ends, (page) => page.attackPaths.pageInfo);
  const [filter, setFilter] = useState<PathFilter>(NO_FILTER);
  const all = useMemo(() => pages.flatMap((page) => page.attackPaths.edges.map((edge) => edge.node)), [pages]);
  const shown = useMemo(() => all.filter((path) => fits(path, filter)), [all, filter]);
  const selected = url.searchParams.get('path');
  const first = shown[0]?.id;
  useEffect(() => {
    if (selected === null && first !== undefined) {
      navigate(withQuery(new URL(location.href), { path: first }), 'replace');
    }
  }, [selected, first]);

  const answer = pages[0]?.attackPaths;
  return (
    <div className="paths">
      <aside className="side" aria-label="attack paths">
        <h1>Attack paths</h1>
        {(ends.from || ends.to) && <Ends from={from} to={to} />}
        <Filters filter={filter} onChange={setFilter} all={all} />
        {error && <Problem error={error} />}
        {answer && <Count shown={shown.length} total={answer.totalCount} status={answer.status} truncated={answer.truncated} />}
        {loading && all.length === 0 && <Waiting what="Searching …" />}
        <PathList paths={shown} selected={selected} />
        {answer && <LeftOutNote leftOut={answer.leftOut} />}
      </aside>
      <div className="stage">{selected !== null && <PathView key={selected} id={selected} ends={ends} />}</div>
    </div>
  );
}

function Ends({ from, to }: { from: string[]; to: string[] }) {
  return (
    <p className="ends-note">
      {from.length > 0 && <>from <code>{from.join(', ')}</code> </>}
      {to.length > 0 && <>to <code>{to.join(', ')}</code> </>}
      <button type="button" className="plain" onClick={() => navigate('/')}>
        show all
      </button>
    </p>
  );
}

function Count({ shown, total, status, truncated }: { shown: number; total: number; status: string; truncated: boolean }) {
  if (total === 0) {
    return (
      <div className="empty">
        <h2>No path</h2>
        <p>
          {status === 'NONE'
            ? 'No path leads there, and no gap in the data lies where one could pass.'
            : 'No path in what was read, but something that could hold one was not read: see the gaps.'}
        </p>
      </div>
    );
  }
  return (
    <p className="note" role="status">
      {shown === total ? `${total} paths` : `${shown} of ${total} paths`}, the worst first
      {truncated && '; the search stopped early, there may be more'}
    </p>
  );
}

function Filters({ filter, onChange, all }: { filter: PathFilter; onChange: (filter: PathFilter) => void; all: PathRow[] }) {
  const count = (fitting: (path: PathRow) => boolean) => all.filter(fitting).length;
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <input
        type="search"
        aria-label="filter by text"
        placeholder="Filter by name"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <div className="toggles" role="group" aria-label="risk">
        {RISKS.map((risk) => (
          <button
            key={risk}
            type="button"
            className={`toggle risk-${risk.toLowerCase()}`}
            aria-pressed={filter.risks.has(risk)}
            onClick={() => onChange({ ...filter, risks: toggled(filter.risks, risk) })}
          >
            {words(risk)} {count((path) => path.risk === risk)}
          </button>
        ))}
      </div>
      <div className="toggles" role="group" aria-label="cloud and condition">
        {CLOUDS.map((cloud) => (
          <button
            key={cloud}
            type="button"
            className="toggle"
            aria-pressed={filter.clouds.has(cloud)}
            onClick={() => onChange({ ...filter, clouds: toggled(filter.clouds, cloud) })}
          >
            through {cloud === 'AWS' ? 'AWS' : 'Azure'}
          </button>
        ))}
        <button
          type="button"
          className="toggle"
          aria-pressed={filter.unconditional}
          onClick={() => onChange({ ...filter, unconditional: !filter.unconditional })}
        >
          without condition
        </button>
      </div>
    </form>
  );
}
