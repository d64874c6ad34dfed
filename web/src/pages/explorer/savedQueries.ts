/** Questions that run as they are; each file starts with a comment that says what it asks, which is its title here. */
const files = import.meta.glob<string>('./saved/*.graphql', { query: '?raw', import: 'default', eager: true });

export interface SavedQuery {
  title: string;
  text: string;
}

export function titleOf(text: string): string {
  return /^#\s*(.+)$/m.exec(text)?.[1] ?? 'Untitled';
}

export const SAVED: SavedQuery[] = Object.keys(files)
  .sort()
  .map((name) => files[name] ?? '')
  .map((text) => ({ title: titleOf(text), text }));
