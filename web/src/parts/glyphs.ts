import type { Family } from '../api/types';

const dot = (x: number, y: number, r: number) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

/** One line drawing on a 24 × 24 grid per family of nodes. */
export const GLYPHS: Record<Family, string> = {
  IDENTITY: `${dot(12, 8, 4)}M4 20.5c1-4.3 4.2-6.5 8-6.5s7 2.2 8 6.5`,
  CREDENTIAL: `${dot(8, 15.5, 4.2)}M11 12.5L20 3.5M16 7.5l3.2 3.2`,
  COMPUTE: 'M3.5 4h17v7h-17zM3.5 13h17v7h-17zM7 7.5h.01M7 16.5h.01M11 7.5h6M11 16.5h6',
  DATA_STORE: 'M4 6c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3',
  NETWORK: `${dot(5, 12, 2.2)}${dot(19, 5, 2.2)}${dot(19, 19, 2.2)}M7 11l10-5M7 13l10 5`,
  EXTERNAL: `${dot(12, 12, 9)}M3 12h18M12 3c5 5 5 13 0 18c-5-5-5-13 0-18`,
  PRIVILEGE: 'M4 19h16M4.5 16L3 7l5.2 3.8L12 4.5l3.8 6.3L21 7l-1.5 9z',
  CAPABILITY_SET: 'M12 3l9 4.6-9 4.6-9-4.6zM3 12l9 4.6 9-4.6M3 16.4L12 21l9-4.6',
  CONTAINER: 'M3.5 6.5h6l2 2.5h9v10.5h-17z',
  CONFIGURATION: `M3 7h9M18 7h3M3 17h3M12 17h9${dot(15, 7, 2.6)}${dot(9, 17, 2.6)}`,
};

/** The drawing as an image address, for the canvas. */
export function glyphImage(family: Family, colour: string): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24" fill="none" stroke="${colour}" ` +
    `stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"><path d="${GLYPHS[family]}"/></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
