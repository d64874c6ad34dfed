import { expect, test } from 'vitest';
import type { Cloud, ReachedRow } from '../../api/types';
import { matrix } from './matrix';

const row = (hops: number, cloud: Cloud) => ({ hops, node: { cloud } }) as ReachedRow;

test('what is reached is counted by hops and cloud, nearest first', () => {
  const lines = matrix([row(2, 'AWS'), row(1, 'AWS'), row(2, 'ENTRA'), row(2, 'AWS')]);
  expect(lines.map((line) => [line.hops, line.total])).toEqual([
    [1, 1],
    [2, 3],
  ]);
  expect(lines[1]?.counts.get('AWS')).toBe(2);
  expect(lines[1]?.counts.get('AZURE')).toBeUndefined();
});

test('nothing reached is no line', () => {
  expect(matrix([])).toEqual([]);
});
