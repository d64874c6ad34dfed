import { useEffect, useState } from 'react';
import { asError } from './useAnswer';
import { type AskError, ask } from './client';
import type { PageInfo } from './types';

/** Reads all pages of a connection, one after the other, and hands out what has arrived so far. */
export function usePages<T>(
  query: string,
  variables: Record<string, unknown> | null,
  pageInfo: (page: T) => PageInfo,
): { pages: T[]; error: AskError | null; loading: boolean } {
  const key = variables === null ? null : JSON.stringify(variables);
  const [state, setState] = useState<{ key: string | null; pages: T[]; error: AskError | null; loading: boolean }>({
    key: null,
    pages: [],
    error: null,
    loading: true,
  });
  useEffect(() => {
    if (key === null) {
      return undefined;
    }
    const stop = new AbortController();
    const read = async () => {
      const pages: T[] = [];
      let after: string | null = null;
      do {
        const page: T = await ask<T>(query, { ...(JSON.parse(key) as object), after }, stop.signal);
        pages.push(page);
        after = pageInfo(page).hasNextPage ? pageInfo(page).endCursor : null;
        setState({ key, pages: [...pages], error: null, loading: after !== null });
      } while (after !== null);
    };
    read().catch((failure: unknown) => {
      if (!stop.signal.aborted) {
        setState((now) => ({ key, pages: now.key === key ? now.pages : [], error: asError(failure), loading: false }));
      }
    });
    return () => stop.abort();
  }, [query, key]);
  if (key === null) {
    return { pages: [], error: null, loading: false };
  }
  return state.key === key ? state : { pages: [], error: null, loading: true };
}
