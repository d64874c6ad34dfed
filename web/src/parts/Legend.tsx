import { useVocabulary, words } from '../app/vocabulary';
import type { Family } from '../api/types';
import { FamilyGlyph } from './Glyph';
import { GLYPHS } from './glyphs';

/** What colours, lines and drawings mean, from the vocabulary that the server serves. */
export function Legend() {
  const { edgeKinds, edgeClasses, nodeKinds } = useVocabulary();
  const kinds = [...edgeKinds.values()].filter((row) => row.traversable && row.attackId !== null);
  const families = (Object.keys(GLYPHS) as Family[]).filter((family) => family !== 'CAPABILITY_SET');
  const titles = (family: Family) => [...nodeKinds.values()].filter((row) => row.family === family).map((row) => row.title);
  return (
    <details className="legend">
      <summary>Legend</summary>
      <div className="legend-columns">
        <section>
          <h3>Steps</h3>
          <dl>
            {edgeClasses.map((row) => (
              <div key={row.class}>
                <dt>
                  <span className={`line class-${row.class.toLowerCase()}`} aria-hidden="true" /> {words(row.class)}
                </dt>
                <dd>
                  {row.meaning}
                  <ul>
                    {kinds
                      .filter((kind) => kind.class === row.class)
                      .map((kind) => (
                        <li key={kind.kind}>
                          <b>{words(kind.kind)}</b>: {kind.meaning}
                        </li>
                      ))}
                  </ul>
                </dd>
              </div>
            ))}
          </dl>
          <p className="note">A dashed line asks for a condition. Read a step as: who controls its start … gains its end.</p>
        </section>
        <section>
          <h3>Nodes</h3>
          <dl>
            {families.map((family) => (
              <div key={family}>
                <dt>
                  <FamilyGlyph family={family} /> {words(family)}
                </dt>
                <dd>{titles(family).join(', ')}</dd>
              </div>
            ))}
          </dl>
          <p className="note">A box is an account, subscription, management group or tenant. A double border marks what must not fall.</p>
        </section>
      </div>
    </details>
  );
}
