/** A refusal of the server, or of the way to it. */
export class AskError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface Body<T> {
  data?: T | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** The token of this start of the server, which it wrote into the page. */
function token(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="drawbridge"]')?.content ?? '';
}

/** Headers that show the server that a request comes from its own page. */
export function headers(): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'x-drawbridge-token': token(),
  };
}

/** Asks one GraphQL question; throws an {@link AskError} when any part of it was not answered. */
export async function ask<T>(query: string, variables: Record<string, unknown>, signal?: AbortSignal): Promise<T> {
  const body = await send<T>(JSON.stringify({ query, variables }), signal);
  const error = body.errors?.[0];
  if (error) {
    throw new AskError(error.extensions?.code ?? 'INTERNAL', error.message);
  }
  if (!body.data) {
    throw new AskError('INTERNAL', 'the server answered without data');
  }
  return body.data;
}

async function send<T>(body: string, signal?: AbortSignal): Promise<Body<T>> {
  let response: Response;
  try {
    response = await fetch('/graphql', { method: 'POST', headers: headers(), body, signal: signal ?? null });
  } catch (failure) {
    if (signal?.aborted) {
      throw failure;
    }
    throw new AskError('UNREACHABLE', 'the server does not answer: is it still running?');
  }
  try {
    return (await response.json()) as Body<T>;
  } catch {
    throw new AskError('INTERNAL', `the server answered with status ${response.status} and no JSON`);
  }
}
