import type { Cloud, ReachedRow } from '../../api/types';

export interface MatrixRow {
  hops: number;
  counts: Map<Cloud, number>;
  total: number;
}

/** How many nodes are reached after how many hops, by cloud. */
export function matrix(rows: ReachedRow[]): MatrixRow[] {
  const byHops = new Map<number, MatrixRow>();
  for (const row of rows) {
    const line = byHops.get(row.hops) ?? { hops: row.hops, counts: new Map<Cloud, number>(), total: 0 };
    line.counts.set(row.node.cloud, (line.counts.get(row.node.cloud) ?? 0) + 1);
    line.total += 1;
    byHops.set(row.hops, line);
  }
  return [...byHops.values()].sort((a, b) => a.hops - b.hops);
}
