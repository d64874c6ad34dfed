import type { Gap } from '../api/types';
import { words } from '../app/vocabulary';
import { span } from './span';
import { CloudTag, ScopeName } from './tags';

/** What could not be seen, one row per operation. */
export function Gaps({ gaps, total }: { gaps: Gap[]; total: number }) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label="gaps">
      <table>
        <thead>
          <tr>
            <th scope="col">what became of it</th>
            <th scope="col">operation</th>
            <th scope="col">where</th>
            <th scope="col">why, and since when</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap, index) => (
            <tr key={index}>
              <td>
                <span className="badge status">{words(gap.status)}</span>
              </td>
              <td>
                <code>{gap.operation}</code>
                {gap.resource !== '' && <div className="sub">{gap.resource}</div>}
              </td>
              <td>
                <CloudTag cloud={gap.cloud} /> <ScopeName scope={gap.scope} short />
                {gap.region !== '' && gap.region !== 'global' && <div className="sub">{gap.region}</div>}
              </td>
              <td>
                {gap.message === '' ? '–' : gap.message}
                {gap.age !== '' && <div className="sub">last read {span(gap.age)} ago</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {gaps.length < total && <p className="note">The first {gaps.length} of {total} gaps.</p>}
    </div>
  );
}
