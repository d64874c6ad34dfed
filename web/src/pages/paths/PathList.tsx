import type { PathRow } from '../../api/types';
import { Link } from '../../app/Link';
import { useLocation, withQuery } from '../../app/router';
import { Glyph } from '../../parts/Glyph';
import { CloudTag, RiskBadge, percent } from '../../parts/tags';

/** The paths, worst first; each is a link to itself. */
export function PathList({ paths, selected }: { paths: PathRow[]; selected: string | null }) {
  const url = useLocation();
  return (
    <ol className="path-list">
      {paths.map((path) => (
        <li key={path.id}>
          <Link href={withQuery(url, { path: path.id, hop: null })} className="path-card" aria-current={path.id === selected ? 'true' : undefined}>
            <span className="card-head">
              <RiskBadge risk={path.risk} />
              {path.clouds.map((cloud) => (
                <CloudTag key={cloud} cloud={cloud} />
              ))}
              <span className="odds" title="how likely an attacker who tries succeeds">
                {percent(path.likelihood)}
              </span>
            </span>
            <span className="ends">
              <span>
                <Glyph kind={path.entry.kind} /> {path.entry.name}
              </span>
              <span>
                <Glyph kind={path.target.kind} /> {path.target.name}
              </span>
            </span>
            <span className="sub">
              {path.nodes.length - 1} {path.nodes.length === 2 ? 'hop' : 'hops'}
              {path.condition.length > 0 && <> · if {path.condition.map((item) => item.atom.text).join(', ')}</>}
              {path.unread.length > 0 && <> · {path.unread.length} unread</>}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
