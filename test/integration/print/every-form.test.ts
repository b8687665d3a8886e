/** Every document kind of the catalogue on rendered pages: paper, margins, nothing cut, nothing over anything else (FORMS). */
import { describe, expect, it } from 'vitest';
import { buildForm, FORMS } from '@shared/forms/registry';
import type { FormDoc } from '@shared/forms/model';
import { measuresOf } from '../../../print/sheets';
import { everyForm } from '../../fixtures/every-form';
import { textsOf } from '../../helpers/form-texts';
import { inkBox, overlaps, TOLERANCE, wordsOf } from '../../helpers/measure';
import { pictures, renderForm } from '../../helpers/pdf';

const inputs = everyForm();

const isGrid = ({ blocks }: FormDoc): boolean => blocks.some(({ type }) => type === 'grid');
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

describe.each(Object.keys(FORMS))('%s', (form) => {
  const doc = buildForm(form, inputs[form]);
  const measures = measuresOf(doc.paper, isGrid(doc));
  const rendered = renderForm(doc);

  it('has its paper, and its margins white', async () => {
    const { file, pages } = await rendered;
    if (process.env.DESKBOOK_KEEP_PDF) console.log(form, pictures(file).join(' '));
    const measured = wordsOf(file);
    expect(measured).toHaveLength(pages);
    for (const { width, height } of measured) {
      expect(width).toBeCloseTo(measures.width, 1);
      if (measures.height !== null) expect(height).toBeCloseTo(measures.height, 1);
    }
    const { x, top, bottom } = measures.margins;
    // Half pages are cut along a line in the middle, which reaches into the margins.
    const middle = measures.height === null ? 0 : measures.height / 2;
    const cut = doc.paper.size === 'A4-half' ? { from: middle - 1, to: middle + 1 } : undefined;
    for (const page of new Set([1, pages])) {
      const ink = inkBox(file, page, cut);
      const height = measured[page - 1]?.height ?? 0;
      expect(ink, `page ${page}`).not.toBeNull();
      expect(ink?.left, `left of page ${page}`).toBeGreaterThanOrEqual(x - TOLERANCE);
      expect(ink?.right, `right of page ${page}`).toBeLessThanOrEqual(measures.width - x + TOLERANCE);
      expect(ink?.top, `top of page ${page}`).toBeGreaterThanOrEqual(top - TOLERANCE);
      expect(ink?.bottom, `bottom of page ${page}`).toBeLessThanOrEqual(height - bottom + TOLERANCE);
    }
  });

  it('fills the width between the margins where it is ruled', async () => {
    const ruled = doc.blocks.some(({ type }) => type === 'table' || type === 'fields');
    if (!ruled || !doc.paper.size.startsWith('A4')) return;
    const ink = inkBox((await rendered).file, 1);
    const { x } = measures.margins;
    const cut = doc.paper.size === 'A4-half' ? 6 : x;
    expect(ink?.left).toBeLessThanOrEqual(x + TOLERANCE);
    expect(ink?.left).toBeGreaterThanOrEqual(cut - TOLERANCE);
    expect(ink?.right).toBeGreaterThanOrEqual(measures.width - x - TOLERANCE);
  });

  it('keeps every word inside the margins, and none over another', async () => {
    const { x } = measures.margins;
    for (const { words } of wordsOf((await rendered).file)) {
      const outside = words.filter(({ left, right }) => left < x - 0.2 || right > measures.width - x + 0.2);
      expect(outside).toEqual([]);
      expect(overlaps(words)).toEqual([]);
    }
  });

  it('loses no character, and cuts none off', async () => {
    const { file, missing } = await rendered;
    expect(missing).toEqual([]);
    const wanted = counted(textsOf(doc));
    const found = counted(wordsOf(file).flatMap(({ words }) => words.map(({ text }) => text)));
    const lost = [...wanted].filter(
      ([character, count]) => (found.get(character) ?? 0) < count * copies(doc),
    );
    expect(lost).toEqual([]);
    expect(found.get('…') ?? 0).toBe((wanted.get('…') ?? 0) * copies(doc));
  });
});
