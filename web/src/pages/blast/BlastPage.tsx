import { useMemo, useState } from 'react';
import type { BlastAnswer, Cloud, NodeAnswer, ReachedRow } from '../../api/types';
import { useAnswer } from '../../api/useAnswer';
import { usePages } from '../../api/usePages';
import { Link } from '../../app/Link';
import { navigate, useLocation } from '../../app/router';
import { Glyph } from '../../parts/Glyph';
import { NodePicker } from '../../parts/NodePicker';
import { Problem, Waiting } from '../../parts/Problem';
import { CloudTag, KindName, LeftOutNote, ScopeName } from '../../parts/tags';
import blastQuestion from '../../questions/blast.graphql?raw';
import nodeQuestion from '../../questions/node.graphql?raw';
import { Containment } from './Containment';
import { Matrix, type Cell } from './Matrix';
import { ReachedTable } from './ReachedTable';

/** What can somebody reach who holds this node. */
export function BlastPage() {
  const from = useLocation().searchParams.get('from');
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Blast radius</h1>
          <p className="lead">What somebody reaches who took over an identity, a credential, a host or a repository.</p>
        </div>
        <NodePicker label="Taken over" onPick={(node) => navigate(`/blast?from=${encodeURIComponent(node.id)}`)} />
      </header>
      {from === null ? <Suggestions /> : <Radius key={from} from={from} />}
    </div>
  );
}

function Suggestions() {
  return (
    <div className="empty">
      <h2>Choose where to start</h2>
      <p>Look for a user, a role, a key, an application, a machine or a repository by any part of its name or id.</p>
    </div>
  );
}

function Radius({ from }: { from: string }) {
  const start = useAnswer<NodeAnswer>(nodeQuestion, { id: from });
  const { pages, error, loading } = usePages<BlastAnswer>(blastQuestion, { from: [from] }, (page) => page.blastRadius.reached.pageInfo);
  const rows = useMemo(() => pages.flatMap((page) => page.blastRadius.reached.edges.map((edge) => edge.node)), [pages]);
  const [cell, setCell] = useState<Cell | null>(null);
  const answer = pages[0]?.blastRadius;
  if (error) {
    return <Problem error={error} />;
  }
  if (!answer) {
    return <Waiting what="Searching …" />;
  }
  const jewels = new Set(answer.crownJewels);
  const shown = rows.filter((row) => cell === null || (row.hops === cell.hops && (cell.cloud === null || row.node.cloud === cell.cloud)));
  return (
    <>
      {start.data?.node && (
        <section className="start" aria-label="start">
          <Glyph kind={start.data.node.kind} />
          <div>
            <h2>{start.data.node.name}</h2>
            <p className="sub">
              <KindName kind={start.data.node.kind} /> in <ScopeName scope={start.data.node.scope} />
            </p>
          </div>
          <CloudTag cloud={start.data.node.cloud} />
          <Link className="button" href={`/?from=${encodeURIComponent(from)}`}>
            Attack paths from here
          </Link>
        </section>
      )}
      <Tiles answer={answer} />
      {answer.reached.totalCount > 0 && (
        <>
          <div className="spread">
            <Matrix rows={rows} selected={cell} onSelect={setCell} />
            <section>
              <h2>By kind</h2>
              <ul className="kinds">
                {[...answer.byKind]
                  .sort((a, b) => b.count - a.count)
                  .map((row) => (
                    <li key={row.kind}>
                      <Glyph kind={row.kind} /> <KindName kind={row.kind} /> <b>{row.count}</b>
                    </li>
                  ))}
              </ul>
            </section>
          </div>
          <Containment from={from} />
          <Reached rows={shown} jewels={jewels} from={from} />
        </>
      )}
      {loading && <Waiting what="Reading more …" />}
      {answer.truncated && <p className="note">The search stopped early: there may be more.</p>}
      <LeftOutNote leftOut={answer.leftOut} />
    </>
  );
}

function Tiles({ answer }: { answer: BlastAnswer['blastRadius'] }) {
  const clouds = answer.byCloud.map((row): [string, number, Cloud] => [row.cloud, row.count, row.cloud]);
  return (
    <ul className="tiles">
      <li>
        <b>{answer.reached.totalCount}</b> reached
      </li>
      <li className={answer.crownJewels.length > 0 ? 'alarm' : undefined}>
        <b>{answer.crownJewels.length}</b> of what must not fall
      </li>
      {clouds.map(([key, count, cloud]) => (
        <li key={key}>
          <b>{count}</b> <CloudTag cloud={cloud} />
        </li>
      ))}
    </ul>
  );
}

function Reached({ rows, jewels, from }: { rows: ReachedRow[]; jewels: Set<string>; from: string }) {
  const plain = rows.filter((row) => row.condition.length === 0);
  const conditional = rows.filter((row) => row.condition.length > 0);
  return (
    <>
      <section>
        <h2>Without condition ({plain.length})</h2>
        {plain.length === 0 ? <p className="note">Nothing here.</p> : <ReachedTable rows={plain} jewels={jewels} from={from} label="without condition" />}
      </section>
      {conditional.length > 0 && (
        <section>
          <h2>Only under a condition ({conditional.length})</h2>
          <ReachedTable rows={conditional} jewels={jewels} from={from} label="under a condition" />
        </section>
      )}
    </>
  );
}
