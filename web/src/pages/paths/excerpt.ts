/** A statement on several lines where it is whole JSON, and as it is where it was cut. */
export function indented(excerpt: string): string {
  try {
    return JSON.stringify(JSON.parse(excerpt), null, 2);
  } catch {
    return excerpt;
  }
}
