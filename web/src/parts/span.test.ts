import { expect, test } from 'vitest';
import { span } from './span';

test('a duration is told by its two largest units', () => {
  expect(span('P3D')).toBe('3 days');
  expect(span('PT1H30M')).toBe('1 hour 30 minutes');
  expect(span('PT1M')).toBe('1 minute');
  expect(span('P1DT2H3M4.5S')).toBe('1 day 2 hours');
  expect(span('PT12.25S')).toBe('12 seconds');
});

test('no time at all is at once', () => {
  expect(span('PT0S')).toBe('at once');
});
