import type { PathNode } from '../../api/types';
import { Link } from '../../app/Link';
import { words } from '../../app/vocabulary';
import { CloudTag, KindName, ScopeName } from '../../parts/tags';

/** What is known of a node. */
export function NodePanel({ node }: { node: PathNode }) {
  return (
    <>
      <h3>{node.name}</h3>
      <p className="meaning">
        <KindName kind={node.kind} /> <CloudTag cloud={node.cloud} />
      </p>
      <dl className="rows">
        <dt>id</dt>
        <dd>
          <code className="id">{node.id}</code>
        </dd>
        <dt>lives in</dt>
        <dd>
          <ScopeName scope={node.scope} />
        </dd>
        {node.marks.map((mark, index) => (
          <div key={index} className="row">
            <dt>{words(mark.role)}</dt>
            <dd>{mark.reason}</dd>
          </div>
        ))}
        {node.facts.map((fact) => (
          <div key={fact.key} className="row">
            <dt>{fact.key}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Link href={`/blast?from=${encodeURIComponent(node.id)}`} className="button">
          Blast radius from here
        </Link>
      </p>
    </>
  );
}
