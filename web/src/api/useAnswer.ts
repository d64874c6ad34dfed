import { useEffect, useState } from 'react';
import { AskError, ask } from './client';

export interface Answer<T> {
  data: T | null;
  error: AskError | null;
  loading: boolean;
}

/** Asks again whenever the question or its variables change; null asks nothing. */
export function useAnswer<T>(query: string, variables: Record<string, unknown> | null): Answer<T> {
  const key = variables === null ? null : JSON.stringify(variables);
  const [answer, setAnswer] = useState<Answer<T> & { key: string | null }>({ data: null, error: null, loading: true, key: null });
  useEffect(() => {
    if (key === null) {
      return undefined;
    }
    const stop = new AbortController();
    ask<T>(query, JSON.parse(key) as Record<string, unknown>, stop.signal).then(
      (data) => setAnswer({ data, error: null, loading: false, key }),
      (failure: unknown) => {
        if (!stop.signal.aborted) {
          setAnswer({ data: null, error: asError(failure), loading: false, key });
        }
      },
    );
    return () => stop.abort();
  }, [query, key]);
  if (key === null) {
    return { data: null, error: null, loading: false };
  }
  return answer.key === key ? answer : { data: null, error: null, loading: true };
}

export function asError(failure: unknown): AskError {
  return failure instanceof AskError ? failure : new AskError('INTERNAL', String(failure));
}
