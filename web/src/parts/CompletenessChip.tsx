import { useRef } from 'react';
import type { Completeness } from '../api/types';
import { Gaps } from './Gaps';

/** How complete the data is, on every page; opens the list of gaps. */
export function CompletenessChip({ completeness }: { completeness: Completeness }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { percent, gapCount, gaps } = completeness;
  const said = gapCount === 0 ? 'no gaps' : gapCount === 1 ? '1 gap' : `${gapCount} gaps`;
  return (
    <>
      <button type="button" className={gapCount === 0 ? 'chip whole' : 'chip partial'} onClick={() => dialog.current?.showModal()}>
        <meter min={0} max={100} value={percent} aria-hidden="true" />
        <span>
          <b>{percent} %</b> of what rules read; {said}
        </span>
      </button>
      <dialog ref={dialog} aria-labelledby="completeness-title">
        <form method="dialog" className="dialog-head">
          <h2 id="completeness-title">How complete the data is</h2>
          <button type="submit" className="plain" aria-label="close">
            ✕
          </button>
        </form>
        <p>
          {percent} % of the operations that rules wanted over the scopes seen were read completely. An answer without a path means less where
          something could not be read.
        </p>
        {gapCount === 0 ? <p>There is no gap.</p> : <Gaps gaps={gaps} total={gapCount} />}
      </dialog>
    </>
  );
}
