import type { EstateAnswer } from '../../api/types';
import { useAnswer } from '../../api/useAnswer';
import { useVocabulary } from '../../app/vocabulary';
import { Gaps } from '../../parts/Gaps';
import { Glyph } from '../../parts/Glyph';
import { Legend } from '../../parts/Legend';
import { Problem, Waiting } from '../../parts/Problem';
import { CloudTag, KindName } from '../../parts/tags';
import question from '../../questions/estate.graphql?raw';

/** What was discovered, and how completely. */
export function EstatePage() {
  const { data, error, loading } = useAnswer<EstateAnswer>(question, NONE);
  if (loading) {
    return <Waiting what="Counting …" />;
  }
  if (error || !data) {
    return error ? <Problem error={error} /> : null;
  }
  const { snapshot, discovery } = data;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Estate</h1>
          <p className="lead">
            Snapshot <code>{snapshot.id}</code>, graph <code title={snapshot.graphHash}>{snapshot.graphHash.slice(0, 12)}</code>
          </p>
        </div>
      </header>
      <ul className="tiles">
        <li>
          <b>{discovery.total}</b> discovered
        </li>
        <li>
          <b>{discovery.scopes.filter((row) => row.cloud !== 'EXTERNAL').length}</b> accounts, subscriptions, groups of them, and tenants
        </li>
        <li>
          <b>{snapshot.edgeCount}</b> edges
        </li>
        <li>
          <b>{snapshot.entryPointCount}</b> entry points
        </li>
        <li>
          <b>{snapshot.crownJewelCount}</b> must not fall
        </li>
        <li className={discovery.completeness.gapCount > 0 ? 'alarm' : undefined}>
          <b>{discovery.completeness.percent} %</b> read
        </li>
      </ul>
      <section>
        <h2>By scope</h2>
        <div className="scopes">
          {discovery.scopes.map((row) => (
            <Scope key={row.scope} row={row} />
          ))}
        </div>
      </section>
      <section>
        <h2>By resource type</h2>
        <KindTable answer={data} />
      </section>
      <section id="coverage">
        <h2>Coverage and gaps</h2>
        <p>
          {discovery.completeness.percent} % of the operations that rules wanted over the scopes seen were read completely;{' '}
          {discovery.completeness.gapCount === 0 ? 'there is no gap.' : `gaps: ${discovery.completeness.gapCount}.`}
        </p>
        {discovery.completeness.gapCount > 0 && <Gaps gaps={discovery.completeness.gaps} total={discovery.completeness.gapCount} />}
      </section>
      <Legend />
    </div>
  );
}

function Scope({ row }: { row: EstateAnswer['discovery']['scopes'][number] }) {
  return (
    <article className={`scope cloud-${row.cloud.toLowerCase()}`}>
      <h3>
        {row.name} <CloudTag cloud={row.cloud} />
      </h3>
      {row.name !== row.scope && <code className="id">{row.scope}</code>}
      <ul className="kinds">
        {[...row.byKind]
          .sort((a, b) => b.count - a.count)
          .map((kind) => (
            <li key={kind.kind}>
              <Glyph kind={kind.kind} /> <KindName kind={kind.kind} /> <b>{kind.count}</b>
            </li>
          ))}
      </ul>
    </article>
  );
}

function KindTable({ answer }: { answer: EstateAnswer }) {
  const { nodeKinds } = useVocabulary();
  const { byKind, scopes } = answer.discovery;
  const places = (kind: string) => scopes.filter((row) => row.byKind.some((item) => item.kind === kind)).length;
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label="by resource type">
      <table>
        <thead>
          <tr>
            <th scope="col">resource type</th>
            <th scope="col">cloud</th>
            <th scope="col">how many</th>
            <th scope="col">in how many scopes</th>
          </tr>
        </thead>
        <tbody>
          {byKind.map((row) => {
            const cloud = nodeKinds.get(row.kind)?.cloud;
            return (
              <tr key={row.kind}>
                <td>
                  <Glyph kind={row.kind} /> <KindName kind={row.kind} />
                </td>
                <td>{cloud && <CloudTag cloud={cloud} />}</td>
                <td>{row.count}</td>
                <td>{places(row.kind)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const NONE = {};
