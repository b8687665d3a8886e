/** 早班清点表: blank and filled; a blind sheet tells nothing of the book (FORMS, DOMAIN §4). */
import { describe, expect, it } from 'vitest';
import { groundOf } from '@shared/counts/book';
import { blankRows, countSheet, filledRows, type CountSheetInput } from '@shared/counts/forms/count-sheet';
import { explainLine } from '@shared/counts/record-line';
import { moneyCheck } from '@shared/counts/money-check';
import type { TableBlock } from '@shared/forms/model';
import { onHand } from '@shared/ledger/books';
import { shop, type Shop } from './count-desk';

const NOBODY = { check: null, skipped: '', counter: null, lead: null, finance: null };

function blank(desk: Shop): CountSheetInput {
  const { body, day, desk: code } = desk.count();
  return {
    ...NOBODY,
    club: '青岛海湾高尔夫俱乐部',
    type: body.type,
    no: body.no ?? '',
    day,
    desk: code,
    blind: body.blind,
    places: blankRows(body.products, body.blind, (product, place) => onHand(desk.books(), product, place)),
  };
}

const filled = (desk: Shop): CountSheetInput => ({
  ...blank(desk),
  places: filledRows(desk.count(), desk.rows()),
});

const tables = (input: CountSheetInput): readonly TableBlock[] =>
  countSheet(input).blocks.filter((block): block is TableBlock => block.type === 'table');

describe('blind', () => {
  /** The same figures typed over two different books. */
  function blindDesk(more: number): Shop {
    const desk = shop({ blindCount: true });
    desk.receive('glove', 5 + more);
    desk.start();
    desk.type('glove', '8');
    desk.type('glove', '7');
    desk.codes(explainLine, { count: desk.count().id, product: 'glove', location: '展架', reason: '少了' });
    desk.type('ball', '12');
    return desk;
  }

  it('prints the same sheets and rows whatever the books hold, until submitted', () => {
    const [some, more] = [blindDesk(0), blindDesk(3)];
    expect(countSheet(blank(some))).toEqual(countSheet(blank(more)));
    expect(countSheet(filled(some))).toEqual(countSheet(filled(more)));
    for (const desk of [some, more]) {
      desk.typeTheRest();
      expect(desk.submit()).toEqual([]);
    }
    expect(filled(some).places).not.toEqual(filled(more).places);
  });
});

describe('open', () => {
  it('has the book on the blank sheet, and figures, difference and reason on the filled one', () => {
    const desk = shop();
    desk.start();
    expect(tables(blank(desk))[0]?.rows[1]).toEqual([
      'A-02',
      '2',
      'S-glove',
      '手套 左手 22',
      '',
      '个',
      '9',
      '',
      '',
      '',
      '',
    ]);
    desk.type('glove', '8');
    desk.type('glove', '7');
    desk.codes(explainLine, {
      count: desk.count().id,
      product: 'glove',
      location: '展架',
      reason: '破损未报',
    });
    expect(tables(filled(desk))[0]?.rows[1]?.slice(6)).toEqual(['9', '8', '7', '-2', '破损未报']);
  });

  it('carries the check by group and by tender', () => {
    const desk = shop();
    desk.start();
    desk.typeTheRest();
    const entries = desk.ledger();
    const books = desk.books();
    const check = moneyCheck({
      count: desk.count(),
      lines: desk.lines(),
      books,
      from: {},
      entries,
      ground: groundOf(books, entries, desk.count().id),
    });
    const doc = countSheet({ ...filled(desk), check });
    const groups = tables({ ...filled(desk), check })[2];
    expect(groups?.rows.map(([group]) => group)).toEqual(['高尔夫球', '手套', '饮料']);
    expect(JSON.stringify(doc)).toContain('数量与金额相符');
  });
});
