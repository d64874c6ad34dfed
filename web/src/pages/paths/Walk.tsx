import type { KeyboardEvent } from 'react';
import type { Path } from '../../api/types';
import { useVocabulary, words } from '../../app/vocabulary';
import { Glyph } from '../../parts/Glyph';
import { CloudTag, KindName } from '../../parts/tags';
import type { Selection } from './selection';

/** The path as a list of nodes and steps: what the drawing shows, for keyboards and screen readers too. */
export function Walk({ path, selection, onSelect }: { path: Path; selection: Selection; onSelect: (next: Selection) => void }) {
  const vocabulary = useVocabulary();
  const onKey = (event: KeyboardEvent<HTMLOListElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = step === 0 || at < 0 ? undefined : buttons[at + step];
    if (next) {
      event.preventDefault();
      next.focus();
      next.click();
    }
  };
  const isCurrent = (of: Selection['of'], index: number) => (selection.of === of && selection.index === index ? 'step' : undefined);
  return (
    <ol className="walk" aria-label="steps of the path" onKeyDown={onKey}>
      {path.nodes.map((node, index) => {
        const hop = path.hops[index];
        return (
          <li key={index}>
            <button type="button" className="walk-node" aria-current={isCurrent('node', index)} onClick={() => onSelect({ of: 'node', index })}>
              <span className={`disc cloud-${node.cloud.toLowerCase()}`}>
                <Glyph kind={node.kind} />
              </span>
              <span className="who">
                <b>{node.name}</b>
                <span className="sub">
                  <KindName kind={node.kind} unless={node.name} />
                </span>
              </span>
              <CloudTag cloud={node.cloud} />
            </button>
            {hop && (
              <button
                type="button"
                className={`walk-hop class-${hop.edge.class.toLowerCase()}`}
                aria-current={isCurrent('hop', index)}
                onClick={() => onSelect({ of: 'hop', index })}
              >
                <span className="number">{index + 1}</span>
                <span className="who">
                  <b>{words(hop.edge.kind)}</b>
                  <span className="sub">
                    {vocabulary.edgeKinds.get(hop.edge.kind)?.meaning}
                    {hop.edge.condition.length > 0 && ' · under a condition'}
                    {hop.edge.unread.length > 0 && ' · a restriction was not read'}
                  </span>
                </span>
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
