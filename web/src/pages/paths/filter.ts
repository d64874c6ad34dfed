import type { Cloud, PathRow, Risk } from '../../api/types';

/** What the list of paths is narrowed to; empty sets narrow nothing. */
export interface PathFilter {
  text: string;
  risks: ReadonlySet<Risk>;
  clouds: ReadonlySet<Cloud>;
  unconditional: boolean;
}

export const NO_FILTER: PathFilter = { text: '', risks: new Set(), clouds: new Set(), unconditional: false };

/** A path fits when it has one of the risks, runs through all of the clouds, and holds every word of the text. */
export function fits(path: PathRow, filter: PathFilter): boolean {
  if (filter.risks.size > 0 && !filter.risks.has(path.risk)) {
    return false;
  }
  if (![...filter.clouds].every((cloud) => path.clouds.includes(cloud))) {
    return false;
  }
  if (filter.unconditional && path.condition.length > 0) {
    return false;
  }
  const haystack = [path.name, path.summary, ...path.nodes.map((node) => node.name)].join(' ').toLowerCase();
  return filter.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

export function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) {
    next.add(item);
  }
  return next;
}
