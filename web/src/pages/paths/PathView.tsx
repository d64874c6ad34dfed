import { Suspense, lazy, useCallback } from 'react';
import type { Path, PathAnswer } from '../../api/types';
import { useAnswer } from '../../api/useAnswer';
import { navigate, useLocation, withQuery } from '../../app/router';
import { Legend } from '../../parts/Legend';
import { Problem, Waiting } from '../../parts/Problem';
import { CloudTag, RiskBadge, percent } from '../../parts/tags';
import question from '../../questions/path.graphql?raw';
import { HopPanel } from './HopPanel';
import { NodePanel } from './NodePanel';
import { type Selection, asSelection, asText } from './selection';
import { Walk } from './Walk';

const PathGraph = lazy(() => import('./PathGraph'));

/** One path: drawn, as a list to walk, and with the proof of the step that is looked at. */
export function PathView({ id, ends }: { id: string; ends: Record<string, unknown> }) {
  const { data, error, loading } = useAnswer<PathAnswer>(question, { ...ends, id });
  if (loading) {
    return <Waiting what="Reading the path …" />;
  }
  if (error) {
    return <Problem error={error} />;
  }
  const path = data?.attackPaths.path;
  if (!path) {
    return (
      <div className="empty" role="status">
        <h2>This path is closed</h2>
        <p>No path with that id is in the current snapshot. Choose one from the list.</p>
      </div>
    );
  }
  return <Shown path={path} />;
}

function Shown({ path }: { path: Path }) {
  const url = useLocation();
  const selection = asSelection(url.searchParams.get('at'), path);
  const select = useCallback((next: Selection) => {
    navigate(withQuery(new URL(location.href), { at: asText(next) }), 'replace');
  }, []);
  const hop = selection.of === 'hop' ? path.hops[selection.index] : undefined;
  const node = selection.of === 'node' ? path.nodes[selection.index] : undefined;
  return (
    <article className="path" aria-label={path.name}>
      <header className="path-head">
        <div>
          <h2>{path.name}</h2>
          <p className="summary">{path.summary}</p>
        </div>
        <ul className="facts">
          <li>
            <RiskBadge risk={path.risk} />
          </li>
          <li>
            <b>{percent(path.likelihood)}</b> likely
          </li>
          <li>
            <b>{path.hops.length}</b> {path.hops.length === 1 ? 'hop' : 'hops'}
          </li>
          {path.clouds.map((cloud) => (
            <li key={cloud}>
              <CloudTag cloud={cloud} />
            </li>
          ))}
        </ul>
      </header>
      {path.condition.length > 0 && (
        <p className="condition-note">
          Only if{' '}
          {path.condition.map((item, index) => (
            <span key={index}>
              {index > 0 && ', and '}
              <b>{item.atom.text}</b> (hop {item.hop + 1})
            </span>
          ))}
          .
        </p>
      )}
      <Suspense fallback={<div className="canvas" />}>
        <PathGraph path={path} selection={selection} onSelect={select} />
      </Suspense>
      <Legend />
      <div className="path-body">
        <Walk path={path} selection={selection} onSelect={select} />
        <section className="panel" aria-live="polite">
          {hop && <HopPanel path={path} index={selection.index} hop={hop} onSelect={select} />}
          {node && <NodePanel node={node} />}
        </section>
      </div>
    </article>
  );
}
