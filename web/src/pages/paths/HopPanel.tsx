import type { Atom, Evidence, Path } from '../../api/types';
import { useVocabulary, words } from '../../app/vocabulary';
import { span } from '../../parts/span';
import { ScopeName } from '../../parts/tags';
import { indented } from './excerpt';
import type { Selection } from './selection';

const SIDES: Record<Evidence['side'], string> = {
  GRANT: 'what grants it',
  TRUST: 'what lets it in',
  RESTRICT: 'what could have forbidden it',
  NETWORK: 'what lets packets through',
  FACT: 'a fact',
};

interface Props {
  path: Path;
  index: number;
  hop: Path['hops'][number];
  onSelect: (next: Selection) => void;
}

/** One step with its technique, what it asks for, what was not read, and the statements that prove it. */
export function HopPanel({ path, index, hop, onSelect }: Props) {
  const kind = useVocabulary().edgeKinds.get(hop.edge.kind);
  const { edge } = hop;
  return (
    <>
      <div className="panel-head">
        <h3>
          Hop {index + 1} of {path.hops.length}: {words(edge.kind)}
        </h3>
        <div className="steps">
          <button type="button" disabled={index === 0} onClick={() => onSelect({ of: 'hop', index: index - 1 })}>
            ← Previous
          </button>
          <button type="button" disabled={index === path.hops.length - 1} onClick={() => onSelect({ of: 'hop', index: index + 1 })}>
            Next →
          </button>
        </div>
      </div>
      <p className="meaning">
        Who controls <b>{path.nodes[index]?.name}</b> {kind?.meaning ?? words(edge.kind)}: <b>{path.nodes[index + 1]?.name}</b>.
      </p>
      <dl className="rows">
        <dt>technique</dt>
        <dd>
          <code>{edge.technique}</code>
        </dd>
        {kind?.attackId && (
          <>
            <dt>ATT&amp;CK</dt>
            <dd>
              <a href={`https://attack.mitre.org/techniques/${kind.attackId.replace('.', '/')}/`} target="_blank" rel="noreferrer">
                {kind.attackId}
              </a>
            </dd>
          </>
        )}
        <dt>class</dt>
        <dd>{words(edge.class)}</dd>
        {edge.outlives !== null && (
          <>
            <dt>outlives</dt>
            <dd>its credential by {span(edge.outlives)}</dd>
          </>
        )}
        <dt>condition</dt>
        <dd>{edge.condition.length === 0 ? 'none' : <Condition atoms={edge.condition} />}</dd>
        <dt>not read</dt>
        <dd>
          {edge.unread.length === 0 ? (
            'nothing that could restrict it'
          ) : (
            <ul className="plain-list">
              {edge.unread.map((side) => (
                <li key={side.scope + side.operation} className="unread">
                  <code>{side.operation}</code> of <ScopeName scope={side.scope} />: drawn as if it restricted nothing
                </li>
              ))}
            </ul>
          )}
        </dd>
      </dl>
      <h4>Evidence</h4>
      <ol className="evidence">
        {edge.evidence.map((item, at) => (
          <li key={at}>
            <div className="evidence-head">
              <span className={`badge side-${item.side.toLowerCase()}`}>{SIDES[item.side]}</span>
              <b>{item.label}</b>
            </div>
            <dl className="rows">
              <dt>document</dt>
              <dd>
                <code>{item.document.kind}</code> of <code className="id">{item.document.id}</code>
              </dd>
              <dt>pointer</dt>
              <dd>
                <code className="id">{item.pointer === '' ? '(the whole document)' : item.pointer}</code>
              </dd>
              <dt>read in</dt>
              <dd>
                <ScopeName scope={item.scope} />
              </dd>
            </dl>
            {item.excerpt !== '' && (
              <pre tabIndex={0} aria-label="excerpt">
                {indented(item.excerpt)}
              </pre>
            )}
          </li>
        ))}
      </ol>
      {edge.evidence.length === 0 && <p className="note">This step follows from how the estate is built.</p>}
    </>
  );
}

function Condition({ atoms }: { atoms: Atom[] }) {
  return (
    <ul className="plain-list">
      {atoms.map((atom, index) => (
        <li key={index}>
          <b>{atom.text}</b>
          <div className="sub">
            <code>
              {atom.negated ? 'not ' : ''}
              {atom.key} {atom.operator} {atom.values.join(', ')}
            </code>
          </div>
        </li>
      ))}
    </ul>
  );
}
