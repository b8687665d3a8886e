/** The lines of a count: which there are, whose figure holds, who counted. */
import type { Count, CountLine, CountProduct, CountType, Figure, LineKey } from './schema';

/** A line with its product. */
export interface PlacedLine extends LineKey {
  readonly of: CountProduct;
}

/** Counts of one day or month that may follow one another, each after the one before was voided. */
export const MAX_ROUNDS = 9;

export const countId = (type: CountType, period: string, round: number): string =>
  `count:${type}:${period}:${round}`;

/** Ids a count of this day or month may have. */
export const countIds = (type: CountType, period: string): readonly string[] =>
  Array.from({ length: MAX_ROUNDS }, (_, index) => countId(type, period, index + 1));

/** Everything that must be counted: place by place, in each by shelf. */
export function linesOf({ body }: Pick<Count, 'body'>): readonly PlacedLine[] {
  const places = [...new Set(body.products.flatMap(({ locations }) => locations))];
  return places.flatMap((location) =>
    body.products
      .filter(({ locations }) => locations.includes(location))
      .map((of) => ({ product: of.product, location, of })),
  );
}

/** Id of a line's record, or null when the product is not counted there. */
export function lineId(
  { id, body }: Pick<Count, 'id' | 'body'>,
  { product, location }: LineKey,
): string | null {
  const at = body.products.find((one) => one.product === product)?.locations.indexOf(location) ?? -1;
  return at < 0 ? null : `${id}:${product}:${at}`;
}

/** Text under which a line is found in a map. */
export const keyText = ({ product, location }: LineKey): string => `${product}\n${location}`;

export const byKey = (lines: readonly CountLine[]): ReadonlyMap<string, CountLine> =>
  new Map(lines.map((line) => [keyText(line.body), line]));

/** The figure that holds. @throws RangeError on a line without one, which no schema allows */
export function figureOf({ body }: CountLine): Figure {
  const figure = body.figures.at(-1);
  if (!figure) throw new RangeError(`no figure in ${body.product}`);
  return figure;
}

/** Lines nobody has counted and no lead let pass. */
export function uncountedOf(count: Pick<Count, 'body'>, lines: readonly CountLine[]): readonly PlacedLine[] {
  const known = new Set([...lines.map(({ body }) => keyText(body)), ...count.body.skipped.map(keyText)]);
  return linesOf(count).filter((line) => !known.has(keyText(line)));
}

/** Staff ids of everybody who had a part in a count: none of them approves it. */
export function countersOf(count: Count, lines: readonly CountLine[]): readonly string[] {
  const { submitted } = count.body;
  return [
    ...new Set([
      count.by,
      ...(submitted ? [submitted.staff] : []),
      ...lines.flatMap(({ body }) => body.figures.map(({ by }) => by)),
    ]),
  ];
}

/** `手套 左手 22（展架）`. */
export const lineName = ({ of, location }: PlacedLine): string =>
  `${[of.name, of.spec].filter(Boolean).join(' ')}（${location}）`;

/** At most ten names, so that a message can be read. */
export function namesOf(lines: readonly PlacedLine[]): string {
  const shown = lines.slice(0, 10).map(lineName).join('、');
  return lines.length > 10 ? `${shown} …` : shown;
}
