import { expect, test } from 'vitest';
import type { Path } from '../../api/types';
import { asSelection, asText } from './selection';

const path = { hops: [{}, {}], nodes: [{}, {}, {}] } as unknown as Path;

test('an address names a hop or a node from one', () => {
  expect(asSelection('hop-2', path)).toEqual({ of: 'hop', index: 1 });
  expect(asSelection('node-3', path)).toEqual({ of: 'node', index: 2 });
  expect(asText({ of: 'node', index: 2 })).toBe('node-3');
});

test('what is not on the path is its first hop', () => {
  for (const text of [null, '', 'hop-0', 'hop-3', 'node-4', 'edge-1', 'hop--1', 'hop-2x']) {
    expect(asSelection(text, path)).toEqual({ of: 'hop', index: 0 });
  }
});
