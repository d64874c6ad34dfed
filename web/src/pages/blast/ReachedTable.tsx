import type { ReachedRow } from '../../api/types';
import { Link } from '../../app/Link';
import { words } from '../../app/vocabulary';
import { Glyph } from '../../parts/Glyph';
import { CloudTag, KindName, percent } from '../../parts/tags';

const MOST = 1000;

interface Props {
  rows: ReachedRow[];
  jewels: Set<string>;
  from: string;
  label: string;
}

/** What is reached, with the last step of the best way to it. */
export function ReachedTable({ rows, jewels, from, label }: Props) {
  const names = new Map(rows.map((row) => [row.node.id, row.node.name]));
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={`reached ${label}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">node</th>
            <th scope="col">cloud</th>
            <th scope="col">hops</th>
            <th scope="col">likely</th>
            <th scope="col">last step</th>
            <th scope="col">condition</th>
            <th scope="col">
              <span className="hidden">paths</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map((row) => (
            <tr key={row.node.id} className={jewels.has(row.node.id) ? 'jewel-row' : undefined}>
              <td>
                <span className="named">
                  <Glyph kind={row.node.kind} />
                  <span className="who">
                    <b>{row.node.name}</b>
                    <span className="sub">
                      <KindName kind={row.node.kind} />
                      {jewels.has(row.node.id) && ' · must not fall'}
                    </span>
                  </span>
                </span>
              </td>
              <td>
                <CloudTag cloud={row.node.cloud} />
              </td>
              <td>{row.hops}</td>
              <td>{percent(row.likelihood)}</td>
              <td>
                {words(row.edge.kind)}
                <div className="sub">{row.previous === from ? 'from the start' : `from ${names.get(row.previous) ?? row.previous}`}</div>
              </td>
              <td>{row.condition.length === 0 ? 'none' : row.condition.map((item) => item.atom.text).join(', ')}</td>
              <td>
                <Link href={`/?from=${encodeURIComponent(from)}&to=${encodeURIComponent(row.node.id)}`}>paths</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST && <p className="note">The likeliest {MOST} of {rows.length}; the explorer pages through all.</p>}
    </div>
  );
}
