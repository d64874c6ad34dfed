/** The parts of the schema that the pages read; the documents under `questions/` are held against the schema by a test. */

export type Cloud = 'AWS' | 'AZURE' | 'ENTRA' | 'EXTERNAL';
export type Risk = 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW';
export type EdgeClass = 'AUTHORIZATION' | 'NETWORK' | 'CREDENTIAL' | 'STRUCTURE' | 'NETWORK_FLAW' | 'VENDOR_TRUST' | 'SAME_HUMAN';
export type Family =
  | 'IDENTITY'
  | 'CREDENTIAL'
  | 'COMPUTE'
  | 'DATA_STORE'
  | 'NETWORK'
  | 'EXTERNAL'
  | 'PRIVILEGE'
  | 'CAPABILITY_SET'
  | 'CONTAINER'
  | 'CONFIGURATION';

export interface Gap {
  scope: string;
  cloud: Cloud;
  region: string;
  operation: string;
  resource: string;
  status: string;
  message: string;
  age: string;
}

export interface Completeness {
  percent: number;
  gapCount: number;
  gaps: Gap[];
}

export interface EdgeKindRow {
  kind: string;
  class: EdgeClass;
  meaning: string;
  attackId: string | null;
  traversable: boolean;
}

export interface NodeKindRow {
  kind: string;
  title: string;
  cloud: Cloud;
  family: Family;
}

export interface EdgeClassRow {
  class: EdgeClass;
  meaning: string;
  byDefault: boolean;
}

export interface ShellAnswer {
  snapshot: { id: string; nodeCount: number; edgeCount: number; completeness: Completeness };
  discovery: { scopes: { scope: string; cloud: Cloud; name: string }[] };
  edgeKinds: EdgeKindRow[];
  nodeKinds: NodeKindRow[];
  edgeClasses: EdgeClassRow[];
}

export interface PageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

export interface LeftOut {
  class: EdgeClass;
  edges: number;
}

export interface PathRow {
  id: string;
  name: string;
  risk: Risk;
  likelihood: number;
  clouds: Cloud[];
  summary: string;
  entry: { name: string; kind: string };
  target: { name: string; kind: string };
  nodes: { name: string }[];
  condition: { atom: { text: string } }[];
  unread: { operation: string }[];
}

export interface PathsAnswer {
  attackPaths: {
    status: 'PATHS' | 'NONE' | 'NONE_KNOWN';
    totalCount: number;
    truncated: boolean;
    pageInfo: PageInfo;
    leftOut: LeftOut[];
    edges: { node: PathRow }[];
  };
}

export interface NodeRow {
  id: string;
  kind: string;
  cloud: Cloud;
  name: string;
  scope: string;
}

export interface MarkedNode extends NodeRow {
  marks: { role: 'ENTRY_POINT' | 'CROWN_JEWEL'; reason: string }[];
}

export interface PathNode extends MarkedNode {
  facts: { key: string; value: string }[];
}

export interface Evidence {
  side: 'GRANT' | 'TRUST' | 'RESTRICT' | 'NETWORK' | 'FACT';
  document: { id: string; kind: string };
  pointer: string;
  label: string;
  excerpt: string;
  scope: string;
}

export interface Atom {
  subject: string;
  key: string;
  operator: string;
  values: string[];
  negated: boolean;
  text: string;
}

export interface PathEdge {
  key: string;
  kind: string;
  technique: string;
  class: EdgeClass;
  outlives: string | null;
  condition: Atom[];
  unread: { scope: string; operation: string }[];
  evidence: Evidence[];
}

export interface Path {
  id: string;
  name: string;
  risk: Risk;
  likelihood: number;
  clouds: Cloud[];
  summary: string;
  nodes: PathNode[];
  condition: { hop: number; atom: { key: string; text: string } }[];
  hops: { edge: PathEdge; parts: string[] }[];
}

export interface PathAnswer {
  attackPaths: { path: Path | null };
}

export interface ReachedRow {
  hops: number;
  likelihood: number;
  previous: string;
  condition: { hop: number; atom: { text: string } }[];
  node: NodeRow;
  edge: { kind: string; technique: string; class: EdgeClass };
}

export interface BlastAnswer {
  blastRadius: {
    from: string[];
    byCloud: { cloud: Cloud; count: number }[];
    byKind: { kind: string; count: number }[];
    crownJewels: string[];
    truncated: boolean;
    leftOut: LeftOut[];
    reached: { totalCount: number; pageInfo: PageInfo; edges: { node: ReachedRow }[] };
  };
}

export interface NodesAnswer {
  nodes: { totalCount: number; nodes: NodeRow[] };
}

export interface NodeAnswer {
  node: MarkedNode | null;
}

export interface EstateAnswer {
  snapshot: {
    id: string;
    graphHash: string;
    nodeCount: number;
    edgeCount: number;
    entryPointCount: number;
    crownJewelCount: number;
  };
  discovery: {
    total: number;
    byKind: { kind: string; count: number }[];
    scopes: { scope: string; cloud: Cloud; name: string; total: number; byKind: { kind: string; count: number }[] }[];
    completeness: Completeness;
  };
}

export type Goal = 'FASTEST' | 'LEAST_DISRUPTION' | 'COMPLETE';

export interface PlanStep {
  order: number;
  action: string;
  target: NodeRow;
  commands: { text: string }[];
  rollback: { text: string }[];
  permissions: string[];
  breaks: string[];
  preserve: string[];
  effectiveAfter: string;
}

export interface Plan {
  goal: Goal;
  proof: 'CUT' | 'PARTIAL';
  optimal: boolean;
  steps: PlanStep[];
  remaining: { id: string; summary: string }[];
}

export interface ContainmentAnswer {
  containment: { reachable: string[]; plans: Plan[] };
}
