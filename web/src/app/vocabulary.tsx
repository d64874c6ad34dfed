import { createContext, useContext } from 'react';
import type { EdgeClassRow, EdgeKindRow, NodeKindRow, ShellAnswer } from '../api/types';

/** The vocabulary and the names of scopes, looked up by key. */
export interface Vocabulary {
  edgeKinds: Map<string, EdgeKindRow>;
  nodeKinds: Map<string, NodeKindRow>;
  edgeClasses: EdgeClassRow[];
  scopeNames: Map<string, string>;
}

export function vocabulary(answer: ShellAnswer): Vocabulary {
  return {
    edgeKinds: new Map(answer.edgeKinds.map((row) => [row.kind, row])),
    nodeKinds: new Map(answer.nodeKinds.map((row) => [row.kind, row])),
    edgeClasses: answer.edgeClasses,
    scopeNames: new Map(answer.discovery.scopes.map((row) => [row.scope, row.name])),
  };
}

export const VocabularyContext = createContext<Vocabulary>({
  edgeKinds: new Map(),
  nodeKinds: new Map(),
  edgeClasses: [],
  scopeNames: new Map(),
});

export function useVocabulary(): Vocabulary {
  return useContext(VocabularyContext);
}

/** `CAN_READ_SECRET` as people read it. */
export function words(constant: string): string {
  return constant.toLowerCase().replaceAll('_', ' ');
}
