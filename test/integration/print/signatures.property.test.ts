/**
 * Signatures are never alone on a page (FORMS): every kind that is signed, with any number of records. Laid out as it is
 * printed, without the PDF; a few of them as PDF.
 */
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import type { FormDoc, SignaturesBlock } from '@shared/forms/model';
import { buildForm, FORMS } from '@shared/forms/registry';
import { setterOf } from '../../../print/render';
import { layOut } from '../../../print/sheets';
import { everyForm } from '../../fixtures/every-form';
import { grown, LAST, recordTable } from '../../helpers/form-texts';
import { FONTS, pagesOfText, renderForm } from '../../helpers/pdf';

const MOST = 48;
const inputs = everyForm();
const setter = setterOf(new PDFDocument({ autoFirstPage: false, font: '' }), FONTS);
const OPTIONS = { printedBy: '（A 台） 2026-11-30 16:02' };

const codesOf = (text: string): string => setter.fit(text, setter.regular, 9, 10_000).line.codes;
const texts = (operators: string): number => operators.split(' Tj ').length - 1;
/** A text of the regular face begins so: codes of the bold one mean other characters. */
const begins = (operators: string, codes: string): boolean =>
  operators
    .split('\n')
    .some((line) => line.startsWith(`BT /${setter.regular.font.id} `) && line.includes(`<${codes}`));

/** Operators of each page or half page. */
async function pagesOf(doc: FormDoc): Promise<readonly string[]> {
  const sheets = await layOut(doc, setter, OPTIONS);
  return sheets
    .flatMap(({ parts }) => parts.map(({ canvas }) => canvas.finish()))
    .filter((operators) => texts(operators) > 0);
}

const signaturesOf = ({ blocks }: FormDoc): SignaturesBlock | undefined =>
  blocks.find((block): block is SignaturesBlock => block.type === 'signatures');

/** The last line to sign on: 制表 of the first stands in the foot too. */
const lastLabel = (doc: FormDoc): string => `${signaturesOf(doc)?.lines.at(-1)?.label ?? ''}：`;

/** Texts of a page that hold nothing but head, signatures and foot: of the first, and of any further one. */
async function bare(doc: FormDoc): Promise<{ readonly first: number; readonly further: number }> {
  const [page = ''] = await pagesOf({
    ...doc,
    blocks: doc.blocks.filter(({ type }) => type === 'signatures'),
  });
  const head = [doc.club, doc.title, doc.subtitle].filter(Boolean).length;
  return { first: texts(page), further: texts(page) - head + 2 };
}

const signed = Object.keys(FORMS)
  .map((form) => [form, buildForm(form, inputs[form])] as const)
  .filter(([, doc]) => signaturesOf(doc) && doc.paper.size.startsWith('A4'));

/** Only words of a line or two stand between the last table and the signatures. */
function endsInTable({ blocks }: FormDoc): boolean {
  const at = blocks.findIndex(({ type }) => type === 'signatures');
  const table = recordTable(blocks.slice(0, at));
  const between = blocks.slice(table + 1, at);
  return table >= 0 && between.every((block) => block.type === 'text' && block.text.length < 60);
}

it('looks at every signed form', () => {
  expect(signed.length).toBeGreaterThan(25);
});

describe.each(signed)('%s', (_form, doc) => {
  it(`is signed below something, with 0 to ${MOST} records`, async () => {
    const label = codesOf(lastLabel(doc));
    const times = doc.paper.size === 'A4-half' ? doc.paper.copies.length : 1;
    const least = await bare(doc);
    for (let count = 0; count <= MOST; count++) {
      const one = grown(doc, count);
      if (!one) break;
      const pages = await pagesOf(one);
      const at = pages.flatMap((operators, index) => (begins(operators, label) ? [index] : []));
      expect(at, `${count} records: signed once a copy`).toHaveLength(times);
      for (const index of at) {
        const empty = index < times ? least.first : least.further;
        expect(texts(pages[index] ?? ''), `${count} records, page ${index + 1}`).toBeGreaterThan(empty);
        if (count > 0 && endsInTable(one))
          expect(
            begins(pages[index] ?? '', codesOf(LAST)),
            `${count} records: the last one with its signatures`,
          ).toBe(true);
      }
    }
  });
});

it.each(['enquiry-phone', 'cash-month', 'lost-register'])(
  'on paper too: %s where a page has just become two',
  async (form) => {
    const doc = buildForm(form, inputs[form]);
    let count = 1;
    while ((await pagesOf(grown(doc, count) ?? doc)).length < 2) count++;
    for (const records of [count - 1, count, count + 1]) {
      const { file } = await renderForm(grown(doc, records) ?? doc);
      const last = pagesOfText(file).filter((text) => text.includes(lastLabel(doc)));
      expect(last).toHaveLength(1);
      expect(last[0]).toContain(LAST);
    }
  },
);
