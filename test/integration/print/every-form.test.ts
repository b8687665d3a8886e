/** Every document kind of the catalogue on rendered pages: paper, margins, nothing cut, nothing over anything else (FORMS). */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildForm, FORMS } from '@shared/forms/registry';
import type { FormDoc } from '@shared/forms/model';
import { everyForm } from '../../fixtures/every-form';
import { textsOf } from '../../helpers/form-texts';
import { inkBox, overlaps, TOLERANCE, wordsOf, type Box, type MeasuredPage } from '../../helpers/measure';
import { pictures, renderForm } from '../../helpers/pdf';

const inputs = everyForm();

const copies = ({ paper }: FormDoc): number => (paper.size === 'A4-half' ? paper.copies.length : 1);

/** How often each character stands in some texts. */
function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const character of texts.join('').normalize('NFC'))
    counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

it('has an input for every kind', () => {
  expect(Object.keys(inputs).sort()).toEqual(Object.keys(FORMS).sort());
});

/** Paper and white margins by kind of paper, millimetres (docs/printing.md). */
const PAPERS = {
  portrait: { width: 210, height: 297, x: 15, top: 13, bottom: 10 },
  landscape: { width: 297, height: 210, x: 11, top: 10, bottom: 8 },
  half: { width: 210, height: 297, x: 15, top: 9, bottom: 8 },
  stickers: { width: 210, height: 297, x: 5, top: 5, bottom: 5 },
  roll: { width: 80, height: null, x: 4, top: 4, bottom: 8 },
  label: { width: 60, height: 40, x: 1.8, top: 1.8, bottom: 1.8 },
} as const;

function paperOf({ paper, blocks }: FormDoc): (typeof PAPERS)[keyof typeof PAPERS] {
  if (paper.size === 'A4')
    return blocks.some(({ type }) => type === 'grid') ? PAPERS.stickers : PAPERS[paper.orientation];
  return PAPERS[({ 'A4-half': 'half', 'roll-80': 'roll', label: 'label' } as const)[paper.size]];
}

/** Half pages are cut along a line in the middle, which reaches into the margins. */
const CUT = { from: 297 / 2 - 1, to: 297 / 2 + 1 };

async function measure(doc: FormDoc): Promise<{
  readonly pages: readonly MeasuredPage[];
  readonly missing: readonly string[];
  /** Ink of the first and the last page. */
  readonly inks: readonly (readonly [page: number, ink: Box | null])[];
}> {
  const { file, missing } = await renderForm(doc);
  if (process.env.DESKBOOK_KEEP_PDF) console.log(doc.title, pictures(file).join(' '));
  const pages = wordsOf(file);
  const skip = doc.paper.size === 'A4-half' ? CUT : undefined;
  const inks = [...new Set([1, pages.length])].map((page) => [page, inkBox(file, page, skip)] as const);
  return { pages, missing, inks };
}

describe.each(Object.keys(FORMS))('%s', (form) => {
  const doc = buildForm(form, inputs[form]);
  const { width, height, x, top, bottom } = paperOf(doc);
  let measured: Awaited<ReturnType<typeof measure>>;
  beforeAll(async () => {
    measured = await measure(doc);
  });

  it('has its paper, white margins, and what is ruled from margin to margin', () => {
    const { pages, inks } = measured;
    for (const page of pages) {
      expect(page.width).toBeCloseTo(width, 1);
      if (height !== null) expect(page.height).toBeCloseTo(height, 1);
    }
    const ruled =
      doc.paper.size.startsWith('A4') && doc.blocks.some(({ type }) => type === 'table' || type === 'fields');
    for (const [number, ink] of inks) {
      const at = `page ${number}`;
      expect(ink, at).not.toBeNull();
      expect(ink?.left, `left of ${at}`).toBeGreaterThanOrEqual(x - TOLERANCE);
      expect(ink?.right, `right of ${at}`).toBeLessThanOrEqual(width - x + TOLERANCE);
      expect(ink?.top, `top of ${at}`).toBeGreaterThanOrEqual(top - TOLERANCE);
      expect(ink?.bottom, `bottom of ${at}`).toBeLessThanOrEqual(
        (pages[number - 1]?.height ?? 0) - bottom + TOLERANCE,
      );
      if (!ruled || number > 1) continue;
      expect(ink?.left, `left of ${at}`).toBeLessThanOrEqual(x + TOLERANCE);
      expect(ink?.right, `right of ${at}`).toBeGreaterThanOrEqual(width - x - TOLERANCE);
    }
  });

  it('keeps every word inside the margins, and none over another', () => {
    for (const { words } of measured.pages) {
      expect(words.filter(({ left, right }) => left < x - 0.2 || right > width - x + 0.2)).toEqual([]);
      expect(overlaps(words)).toEqual([]);
    }
  });

  it('loses no character, and cuts none off', () => {
    expect(measured.missing).toEqual([]);
    const wanted = counted(textsOf(doc));
    const found = counted(measured.pages.flatMap(({ words }) => words.map(({ text }) => text)));
    const lost = [...wanted].filter(
      ([character, count]) => (found.get(character) ?? 0) < count * copies(doc),
    );
    expect(lost).toEqual([]);
    expect(found.get('…') ?? 0).toBe((wanted.get('…') ?? 0) * copies(doc));
  });
});
