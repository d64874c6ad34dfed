import type { ElementDefinition } from 'cytoscape';
import type { Path, PathNode } from '../../api/types';
import { type Vocabulary, words } from '../../app/vocabulary';
import { cloudName } from '../../parts/tags';

const LONGEST_NAME = 20;
const LONGEST_SCOPE = 28;
const WORLD = 'world';

/** What the canvas draws: a box per scope, a node per node, an arrow per hop. */
export function elements(path: Path, vocabulary: Vocabulary): ElementDefinition[] {
  const scopes = new Map(path.nodes.filter((node) => node.scope !== WORLD).map((node) => [node.scope, node]));
  return [
    ...[...scopes.values()].map((node) => box(node, vocabulary)),
    ...path.nodes.map((node, index) => thing(node, index, vocabulary)),
    ...path.hops.map((hop, index) => ({
      data: {
        id: `hop-${index}`,
        source: `node-${index}`,
        target: `node-${index + 1}`,
        label: `${index + 1} · ${words(hop.edge.kind)}`,
        of: 'hop',
        index,
      },
      classes: [`class-${hop.edge.class.toLowerCase()}`, hop.edge.condition.length > 0 ? 'conditional' : ''].join(' '),
    })),
  ];
}

function box(node: PathNode, vocabulary: Vocabulary): ElementDefinition {
  const name = vocabulary.scopeNames.get(node.scope) ?? node.scope;
  return {
    data: { id: `scope-${node.scope}`, label: `${cloudName(node.cloud)} · ${shortened(name, LONGEST_SCOPE)}` },
    classes: `scope cloud-${node.cloud.toLowerCase()}`,
    selectable: false,
  };
}

function thing(node: PathNode, index: number, vocabulary: Vocabulary): ElementDefinition {
  const kind = vocabulary.nodeKinds.get(node.kind);
  const title = kind?.title ?? words(node.kind);
  return {
    data: {
      id: `node-${index}`,
      ...(node.scope === WORLD ? {} : { parent: `scope-${node.scope}` }),
      label: title === node.name ? title : `${shortened(node.name, LONGEST_NAME)}\n${title}`,
      family: kind?.family ?? 'CONFIGURATION',
      of: 'node',
      index,
    },
    classes: [
      'thing',
      `cloud-${node.cloud.toLowerCase()}`,
      node.marks.some((mark) => mark.role === 'CROWN_JEWEL') ? 'jewel' : '',
      node.marks.some((mark) => mark.role === 'ENTRY_POINT') ? 'entry' : '',
    ].join(' '),
  };
}

/** Cut in the middle, because ids and names tell most at their ends. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) {
    return text;
  }
  const half = Math.floor((longest - 1) / 2);
  return `${text.slice(0, longest - 1 - half)}…${text.slice(text.length - half)}`;
}
