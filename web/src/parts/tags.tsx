import { useVocabulary, words } from '../app/vocabulary';
import type { Cloud, LeftOut, Risk } from '../api/types';

const CLOUDS: Record<Cloud, string> = { AWS: 'AWS', AZURE: 'Azure', ENTRA: 'Entra', EXTERNAL: 'outside' };

export function cloudName(cloud: Cloud): string {
  return CLOUDS[cloud];
}

export function RiskBadge({ risk }: { risk: Risk }) {
  return <span className={`badge risk-${risk.toLowerCase()}`}>{words(risk)}</span>;
}

export function CloudTag({ cloud }: { cloud: Cloud }) {
  return <span className={`tag cloud-${cloud.toLowerCase()}`}>{CLOUDS[cloud]}</span>;
}

export function percent(likelihood: number): string {
  const value = likelihood * 100;
  return value > 0 && value < 1 ? '< 1 %' : `${Math.round(value)} %`;
}

/** What an answer says that it did not follow. */
export function LeftOutNote({ leftOut }: { leftOut: LeftOut[] }) {
  if (leftOut.length === 0) {
    return null;
  }
  const list = leftOut.map((row) => `${row.edges} of ${words(row.class)}`).join(', ');
  return <p className="note">Not followed: {list}.</p>;
}

/** The name of a kind of node: `key vault`; nothing where the node is called just that. */
export function KindName({ kind, unless }: { kind: string; unless?: string }) {
  const title = useVocabulary().nodeKinds.get(kind)?.title ?? words(kind);
  return title === unless ? null : <>{title}</>;
}

/** What an account, subscription or tenant is called, with its id where that says more and there is room. */
export function ScopeName({ scope, short = false }: { scope: string; short?: boolean }) {
  const name = useVocabulary().scopeNames.get(scope) ?? scope;
  if (short && name !== scope) {
    return <span title={scope}>{name}</span>;
  }
  if (name === scope) {
    return <code className="id">{scope}</code>;
  }
  return (
    <>
      {name} <code className="id">{scope}</code>
    </>
  );
}
