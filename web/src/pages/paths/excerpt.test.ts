import { expect, test } from 'vitest';
import { indented } from './excerpt';

test('whole JSON is laid out', () => {
  expect(indented('{"Effect":"Allow","Action":["s3:*"]}')).toBe('{\n  "Effect": "Allow",\n  "Action": [\n    "s3:*"\n  ]\n}');
});

test('what was cut stays as it is', () => {
  expect(indented('{"Effect":"Allow","Act…')).toBe('{"Effect":"Allow","Act…');
});
