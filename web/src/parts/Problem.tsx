import type { AskError } from '../api/client';

/** Tells what went wrong and what to do. */
export function Problem({ error }: { error: AskError }) {
  if (error.code === 'NO_SNAPSHOT') {
    return (
      <div className="empty" role="status">
        <h2>Nothing was loaded yet</h2>
        <p>
          Load what was collected with <code>drawbridge import</code>; this page answers as soon as a snapshot is published.
        </p>
      </div>
    );
  }
  return (
    <div className="problem" role="alert">
      <strong>{error.message}</strong>
      <span className="code">{error.code}</span>
    </div>
  );
}

export function Waiting({ what }: { what: string }) {
  return (
    <p className="waiting" role="status">
      <span className="spinner" aria-hidden="true" /> {what}
    </p>
  );
}
