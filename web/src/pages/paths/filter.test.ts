import { expect, test } from 'vitest';
import type { PathRow } from '../../api/types';
import { NO_FILTER, fits } from './filter';

const path: PathRow = {
  id: '1',
  name: 'Internet to key vault secret',
  risk: 'HIGH',
  likelihood: 0.3,
  clouds: ['AWS', 'AZURE'],
  summary: '',
  entry: { name: 'the internet', kind: 'INTERNET' },
  target: { name: 'core-banking-db', kind: 'KEY_VAULT_SECRET' },
  nodes: [{ name: 'the internet' }, { name: 'shop-web-1' }, { name: 'core-banking-db' }],
  condition: [{ atom: { text: 'MFA was used' } }],
  unread: [],
};

test('without a filter every path is shown', () => {
  expect(fits(path, NO_FILTER)).toBe(true);
});

test('every word must be there, in any order and case', () => {
  expect(fits(path, { ...NO_FILTER, text: 'SECRET shop' })).toBe(true);
  expect(fits(path, { ...NO_FILTER, text: 'secret lambda' })).toBe(false);
});

test('one of the risks is enough, of the clouds it must be all', () => {
  expect(fits(path, { ...NO_FILTER, risks: new Set(['HIGH', 'LOW']) })).toBe(true);
  expect(fits(path, { ...NO_FILTER, risks: new Set(['LOW']) })).toBe(false);
  expect(fits(path, { ...NO_FILTER, clouds: new Set(['AWS', 'AZURE']) })).toBe(true);
  expect(fits({ ...path, clouds: ['AWS'] }, { ...NO_FILTER, clouds: new Set(['AWS', 'AZURE']) })).toBe(false);
});

test('a path that asks for something is not unconditional', () => {
  expect(fits(path, { ...NO_FILTER, unconditional: true })).toBe(false);
});
