import { useVocabulary } from '../app/vocabulary';
import type { Family } from '../api/types';
import { GLYPHS } from './glyphs';

export function FamilyGlyph({ family }: { family: Family }) {
  return (
    <svg className="glyph" viewBox="0 0 24 24" aria-hidden="true">
      <path d={GLYPHS[family]} />
    </svg>
  );
}

/** The drawing of a node's family. */
export function Glyph({ kind }: { kind: string }) {
  const family = useVocabulary().nodeKinds.get(kind)?.family ?? 'CONFIGURATION';
  return <FamilyGlyph family={family} />;
}
