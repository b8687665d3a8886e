/** Sections onto pages: rows stay whole, headings stay with what follows, signatures never stand alone. */
import type { Canvas } from '../canvas';
import type { Section, Slice } from './section';

/** A page (or half page) to fill. */
export interface Page {
  readonly canvas: Canvas;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

const SLACK = 0.01;

/** As much (points) stays in one piece before signatures: totals, a code, a few lines. */
const SMALL = 240;

/** As much (points) of a high slice goes with the signatures: a few lines of text. */
const LEAST_END = 48;

const heights = (slices: readonly Slice[]): number => slices.reduce((sum, { height }) => sum + height, 0);

/** Height of a section that stays in one piece, or null when it may be parted. */
function wholeHeight({ gap, head, slices, tail }: Section): number | null {
  if (!Array.isArray(slices)) return null;
  const height = gap + (head?.height ?? 0) + heights(slices as readonly Slice[]) + (tail?.height ?? 0);
  return height <= SMALL ? height : null;
}

/** Least height of a section's beginning: its head and first slice. */
function firstHeight({ gap, head, slices }: Section): number {
  const first = Array.isArray(slices) ? ((slices as readonly Slice[])[0]?.height ?? 0) : 20;
  return gap + (head?.height ?? 0) + first;
}

/** Height that must stay free below the last slice of section `index`. */
function reserveAfter(sections: readonly Section[], index: number): number {
  const next = sections[index + 1];
  if (sections[index]?.keep === 'next')
    return next ? firstHeight(next) + reserveAfterWhole(sections, index + 1) : 0;
  return reserveAfterWhole(sections, index);
}

/** Height up to the signatures that follow through sections in one piece; 0 when none follow. */
function reserveAfterWhole(sections: readonly Section[], index: number): number {
  let height = 0;
  let reserve = 0;
  for (const section of sections.slice(index + 1)) {
    const own = wholeHeight(section);
    if (own === null) break;
    height += own;
    // Many small sections, a table per category, are parted like one long table.
    if (height > SMALL) break;
    if (section.keep === 'before') reserve = height;
  }
  return reserve;
}

/**
 * Paints sections onto pages that `open` makes. `onSlice` is called after each slice and may wait
 * (progress, letting the process breathe). Returns the y below the last slice.
 */
export async function flow(
  sections: readonly Section[],
  open: () => Page,
  onSlice: () => Promise<void> | undefined,
): Promise<number> {
  let page = open();
  let y = page.top;
  for (const [index, section] of sections.entries()) {
    const { head, tail, close } = section;
    const after = reserveAfter(sections, index) + (tail?.height ?? 0);
    let begun = 0;
    let onPage = 0;
    let started = false;

    const begin = (): void => {
      if (y > page.top) y += section.gap;
      begun = y;
      onPage = 0;
      started = true;
      if (!head) return;
      head.paint(page.canvas, page.x, y);
      y += head.height;
    };
    const leave = (): void => {
      if (started && y > begun) close?.(page.canvas, page.x, begun, y);
    };
    const turn = (): void => {
      leave();
      started = false;
      page = open();
      y = page.top;
    };
    const put = async (slice: Slice): Promise<void> => {
      slice.paint(page.canvas, page.x, y);
      y += slice.height;
      onPage++;
      const wait = onSlice();
      if (wait) await wait;
    };

    const iterator = section.slices[Symbol.iterator]();
    let current = iterator.next();
    while (!current.done) {
      const next = iterator.next();
      let slice: Slice | null = current.value;
      while (slice) {
        const reserve: number = next.done ? after : 0;
        const lead: number = started ? 0 : (y > page.top ? section.gap : 0) + (head?.height ?? 0);
        const whole: number = page.bottom - page.top - (head?.height ?? 0);
        const left: number = page.bottom - y - lead + SLACK;
        // What no page can hold together is not kept together.
        const wanted: number = slice.height + (slice.height + reserve <= whole ? reserve : 0);
        // Too high for a page together with what must not be parted from it: only its end goes there with it.
        const end: readonly [Slice, Slice] | null =
          reserve > 0 && wanted === slice.height && wanted <= left
            ? (slice.split?.(slice.height - LEAST_END) ?? null)
            : null;
        if (end) {
          if (!started) begin();
          await put(end[0]);
          slice = end[1];
          turn();
        } else if (wanted <= left) {
          if (!started) begin();
          await put(slice);
          slice = null;
        } else if (slice.height > whole && slice.split) {
          const parts: readonly [Slice, Slice] | null = slice.split(left);
          if (parts) {
            if (!started) begin();
            await put(parts[0]);
            slice = parts[1];
          }
          turn();
        } else if (y <= page.top + SLACK || (started && onPage === 0 && begun <= page.top + SLACK)) {
          // Alone on an empty page and still too high: it is painted as far as the page goes.
          if (!started) begin();
          await put(slice);
          slice = null;
        } else {
          turn();
        }
      }
      current = next;
    }
    const filler = section.fill?.(onPage, page.bottom - y - after);
    if (filler) await put(filler);
    if (tail) await put(tail);
    leave();
  }
  return y;
}
