const UNITS: [RegExp, string, string][] = [
  [/(\d+)D/, 'day', 'days'],
  [/(\d+)H/, 'hour', 'hours'],
  [/T.*?(\d+)M/, 'minute', 'minutes'],
  [/(\d+)(?:\.\d+)?S/, 'second', 'seconds'],
];

/** An ISO 8601 duration as people say it, by its two largest units. */
export function span(duration: string): string {
  const said = UNITS.flatMap(([pattern, one, many]) => {
    const count = Number(pattern.exec(duration)?.[1] ?? 0);
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return said.length === 0 ? 'at once' : said.slice(0, 2).join(' ');
}
