import type { Path } from '../../api/types';

/** Which step or node of a path is looked at. */
export interface Selection {
  of: 'hop' | 'node';
  index: number;
}

/** As the address holds it: `hop-2` is the second hop. */
export function asText(selection: Selection): string {
  return `${selection.of}-${selection.index + 1}`;
}

/** What the address says, or the first hop where it says nothing that is on the path. */
export function asSelection(text: string | null, path: Pick<Path, 'hops' | 'nodes'>): Selection {
  const match = /^(hop|node)-(\d+)$/.exec(text ?? '');
  const of = match?.[1] === 'node' ? 'node' : 'hop';
  const index = Number(match?.[2] ?? 1) - 1;
  const most = of === 'node' ? path.nodes.length : path.hops.length;
  return index >= 0 && index < most ? { of, index } : { of: 'hop', index: 0 };
}
