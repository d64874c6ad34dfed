import { expect, test } from 'vitest';
import type { Path, PathNode } from '../../api/types';
import { vocabulary } from '../../app/vocabulary';
import { elements, shortened } from './elements';

const node = (name: string, scope: string): PathNode => ({ id: name, name, scope, kind: 'IAM_ROLE', cloud: 'AWS', facts: [], marks: [] });
const edge = { key: 'k', kind: 'CAN_ASSUME', technique: 't', class: 'AUTHORIZATION', outlives: null, condition: [], unread: [], evidence: [] } as const;
const words = vocabulary({
  snapshot: { id: '', nodeCount: 0, edgeCount: 0, completeness: { percent: 0, gapCount: 0, gaps: [] } },
  discovery: { scopes: [{ scope: '111122223333', cloud: 'AWS', name: 'shop' }] },
  edgeKinds: [],
  nodeKinds: [],
  edgeClasses: [],
});

function path(nodes: PathNode[]): Path {
  const hops = nodes.slice(1).map(() => ({ edge: { ...edge, condition: [], unread: [], evidence: [] }, parts: [] }));
  return { id: '', name: '', risk: 'LOW', likelihood: 1, clouds: [], summary: '', nodes, condition: [], hops };
}

test('what lives in one scope lies in one box, and the world in none', () => {
  const drawn = elements(path([node('internet', 'world'), node('a', '111122223333'), node('b', '111122223333'), node('c', 'other')]), words);
  expect(drawn.filter((item) => item.classes?.toString().startsWith('scope')).map((item) => item.data.label)).toEqual(['AWS · shop', 'AWS · other']);
  expect(drawn.map((item) => item.data.parent)).toEqual([undefined, undefined, undefined, 'scope-111122223333', 'scope-111122223333', 'scope-other', undefined, undefined, undefined]);
});

test('a node that a path visits under one name is still drawn once per place', () => {
  const drawn = elements(path([node('a', 'x'), node('a', 'y')]), words);
  expect(new Set(drawn.map((item) => item.data.id)).size).toBe(drawn.length);
});

test('long names are cut in the middle', () => {
  expect(shortened('short', 10)).toBe('short');
  expect(shortened('abcdefghijklmnop', 9)).toBe('abcd…mnop');
});
