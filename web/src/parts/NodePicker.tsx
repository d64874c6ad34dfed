import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { NodeRow, NodesAnswer } from '../api/types';
import { useAnswer } from '../api/useAnswer';
import question from '../questions/nodes.graphql?raw';
import { Glyph } from './Glyph';
import { CloudTag, KindName } from './tags';

const PAUSE_MILLIS = 150;

/** Looks for a node by any part of its name or id; keys move through the matches. */
export function NodePicker({ label, onPick }: { label: string; onPick: (node: NodeRow) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const settled = useSettled(text.trim());
  const { data, error } = useAnswer<NodesAnswer>(question, settled === '' ? null : { text: settled });
  const matches = data?.nodes.nodes ?? [];
  const shown = open && settled !== '';

  const pick = (node: NodeRow | undefined) => {
    if (node) {
      setText('');
      setOpen(false);
      onPick(node);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setOpen(true);
      setActive((now) => (matches.length === 0 ? 0 : (now + step + matches.length) % matches.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(matches[active]);
    } else if (event.key === 'Escape') {
      setOpen(false);
    }
  };

  return (
    <div className="picker">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder="part of a name or an id"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && matches.length > 0 ? `${id}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      <ul id={`${id}-list`} role="listbox" aria-label="matches" hidden={!shown}>
        {matches.map((node, index) => (
          <li
            key={node.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(node);
            }}
          >
            <Glyph kind={node.kind} />
            <span className="who">
              <b>{node.name}</b>
              <span className="sub">
                <KindName kind={node.kind} /> · {node.id}
              </span>
            </span>
            <CloudTag cloud={node.cloud} />
          </li>
        ))}
        {data && matches.length === 0 && <li className="none" role="option" aria-selected="false">nothing fits</li>}
        {error && <li className="none" role="option" aria-selected="false">{error.message}</li>}
      </ul>
    </div>
  );
}

/** The value once it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
