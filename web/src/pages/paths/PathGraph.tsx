import cytoscape, { type Core, type EdgeSingular } from 'cytoscape';
import dagre from 'cytoscape-dagre';
import { useEffect, useRef } from 'react';
import type { Path } from '../../api/types';
import { useVocabulary } from '../../app/vocabulary';
import { elements } from './elements';
import { graphStyle } from './graphStyle';
import type { Selection } from './selection';

cytoscape.use(dagre);

/** A box takes room of its own before and after it, so only steps within one need to be made long enough for their labels. */
const LAYOUT = {
  name: 'dagre',
  rankDir: 'LR',
  nodeSep: 46,
  rankSep: 40,
  edgeSep: 24,
  animate: false,
  fit: false,
  minLen: (edge: EdgeSingular) => (edge.source().parent().same(edge.target().parent()) ? 3 : 2),
};
const MARGIN = 18;
const LARGEST_ZOOM = 1.15;
const SMALLEST_ZOOM = 0.8;
const SMALLEST_HEIGHT = 190;
const LARGEST_HEIGHT = 460;

interface Props {
  path: Path;
  selection: Selection;
  onSelect: (next: Selection) => void;
}

/** The path from left to right, a box around what lives in one account, subscription or tenant. */
export default function PathGraph({ path, selection, onSelect }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const graph = useRef<Core | null>(null);
  const vocabulary = useVocabulary();

  useEffect(() => {
    const container = frame.current;
    if (!container) {
      return undefined;
    }
    const core = cytoscape({
      container,
      elements: elements(path, vocabulary),
      style: graphStyle(),
      layout: LAYOUT as cytoscape.LayoutOptions,
      autoungrabify: true,
      boxSelectionEnabled: false,
      userZoomingEnabled: false,
      userPanningEnabled: false,
      selectionType: 'single',
    });
    graph.current = core;
    core.on('tap', 'node.thing, edge', (event) => {
      const { of, index } = event.target.data() as Selection;
      onSelect({ of, index });
    });
    core.on('mouseover', 'node.thing, edge', () => container.classList.add('over'));
    core.on('mouseout', 'node.thing, edge', () => container.classList.remove('over'));
    const frameAround = container.parentElement ?? container;
    fit(core, container, frameAround);
    const resized = new ResizeObserver(() => fit(core, container, frameAround));
    resized.observe(frameAround);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const restyle = () => {
      core.style().fromJson(graphStyle()).update();
    };
    scheme.addEventListener('change', restyle);
    return () => {
      scheme.removeEventListener('change', restyle);
      resized.disconnect();
      core.destroy();
      graph.current = null;
    };
  }, [path, vocabulary, onSelect]);

  useEffect(() => {
    const core = graph.current;
    if (core) {
      core.elements().removeClass('current');
      const current = core.elements(`[of = "${selection.of}"][index = ${selection.index}]`).addClass('current');
      const box = current.renderedBoundingBox();
      const around = frame.current?.parentElement;
      around?.scrollTo({ left: (box.x1 + box.x2 - around.clientWidth) / 2 });
    }
  }, [selection.of, selection.index, path, vocabulary]);

  return (
    <div className="canvas-frame" tabIndex={0} role="group" aria-label="drawing">
      <div ref={frame} className="canvas" role="img" aria-label={`the path drawn from left to right: ${path.nodes.map((node) => node.name).join(', ')}`} />
    </div>
  );
}

/** As large as the width allows but always readable, so that a long path scrolls; and no higher than it needs. */
function fit(core: Core, container: HTMLElement, frame: HTMLElement): void {
  const box = core.elements().boundingBox();
  const zoom = Math.max(SMALLEST_ZOOM, Math.min(LARGEST_ZOOM, (frame.clientWidth - 2 * MARGIN) / box.w));
  container.style.width = `${Math.max(frame.clientWidth, Math.ceil(box.w * zoom) + 2 * MARGIN)}px`;
  const height = Math.max(SMALLEST_HEIGHT, Math.min(LARGEST_HEIGHT, box.h * zoom + 2 * MARGIN));
  container.style.height = `${Math.round(height)}px`;
  core.resize();
  core.zoom(zoom);
  core.center();
}
