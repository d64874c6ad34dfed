import type { Cloud, ReachedRow } from '../../api/types';
import { cloudName } from '../../parts/tags';
import { matrix } from './matrix';

const CLOUDS: Cloud[] = ['AWS', 'AZURE', 'ENTRA', 'EXTERNAL'];

/** A distance, and perhaps a cloud, that the tables are narrowed to. */
export interface Cell {
  hops: number;
  cloud: Cloud | null;
}

/** How far and where the radius goes; a number narrows the tables below to what it counts. */
export function Matrix({ rows, selected, onSelect }: { rows: ReachedRow[]; selected: Cell | null; onSelect: (cell: Cell | null) => void }) {
  const lines = matrix(rows);
  const clouds = CLOUDS.filter((cloud) => rows.some((row) => row.node.cloud === cloud));
  const largest = Math.max(...lines.map((line) => line.total));
  const isSelected = (cell: Cell) => selected?.hops === cell.hops && selected.cloud === cell.cloud;
  const number = (count: number | undefined, cell: Cell) =>
    count === undefined ? (
      <span className="none">–</span>
    ) : (
      <button type="button" className="cell" aria-pressed={isSelected(cell)} onClick={() => onSelect(isSelected(cell) ? null : cell)}>
        {count}
      </button>
    );
  return (
    <table className="matrix">
      <caption>By distance and cloud</caption>
      <thead>
        <tr>
          <th scope="col">hops</th>
          {clouds.map((cloud) => (
            <th key={cloud} scope="col">
              {cloudName(cloud)}
            </th>
          ))}
          <th scope="col">all</th>
          <th scope="col">
            <span className="hidden">share</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.hops}>
            <th scope="row">{line.hops}</th>
            {clouds.map((cloud) => (
              <td key={cloud}>{number(line.counts.get(cloud), { hops: line.hops, cloud })}</td>
            ))}
            <td>{number(line.total, { hops: line.hops, cloud: null })}</td>
            <td className="bar-cell">
              <meter min={0} max={largest} value={line.total} aria-hidden="true" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
