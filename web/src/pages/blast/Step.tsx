import type { PlanStep } from '../../api/types';
import { words } from '../../app/vocabulary';
import { Glyph } from '../../parts/Glyph';
import { CloudTag } from '../../parts/tags';
import { span } from '../../parts/span';

/** One step of a plan: what to run, what that breaks, and how to undo it. */
export function Step({ step }: { step: PlanStep }) {
  return (
    <li>
      <h3>
        {words(step.action)} <Glyph kind={step.target.kind} /> {step.target.name} <CloudTag cloud={step.target.cloud} />
      </h3>
      <dl className="rows">
        <dt>in force</dt>
        <dd>{step.effectiveAfter === 'PT0S' ? 'at once' : `after ${span(step.effectiveAfter)}`}</dd>
        <dt>breaks</dt>
        <dd>{step.breaks.length === 0 ? 'nothing known' : step.breaks.join('; ')}</dd>
        {step.preserve.length > 0 && (
          <>
            <dt>save first</dt>
            <dd>{step.preserve.join('; ')}</dd>
          </>
        )}
        <dt>needs</dt>
        <dd>
          <code>{step.permissions.join(', ')}</code>
        </dd>
      </dl>
      <Commands label="commands" commands={step.commands} />
      <details>
        <summary>Undo it</summary>
        <Commands label="rollback" commands={step.rollback} />
      </details>
    </li>
  );
}

function Commands({ label, commands }: { label: string; commands: { text: string }[] }) {
  const text = commands.map((command) => command.text).join('\n');
  return (
    <div className="commands">
      <pre tabIndex={0} aria-label={label}>
        {text}
      </pre>
      {'clipboard' in navigator && (
        <button type="button" className="plain" onClick={() => void navigator.clipboard.writeText(text)}>
          Copy
        </button>
      )}
    </div>
  );
}
