// Numbered stock (DOMAIN §5): 领入 发出 收回 作废 退领, the count, and what no number may do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countNumbered, type CountNumbered } from '@shared/fees/count-numbered';
import {
  doubtful,
  nextPiece,
  numberedSums,
  onHandPieces,
  onHandRanges,
  pieceBook,
} from '@shared/fees/numbered';
import { rangeText } from '@shared/fees/pieces';
import {
  NUMBERED_MOVES,
  type NumberedCount,
  type NumberedMove,
  type NumberedStock,
} from '@shared/ledger/entries/fees';
import { Desk, LEAD } from '../../../helpers/desk';
import { BY_LEAD, feeDesk, MORNING, move } from './fee-desk';

const moves = (desk: Desk): readonly NumberedStock[] =>
  desk.ledger().filter((entry): entry is NumberedStock => entry.kind === 'numberedStock');
const cards = (desk: Desk): readonly string[] => onHandRanges(pieceBook(moves(desk), 'card')).map(rangeText);

describe('moves', () => {
  it('keep the balance as ranges', () => {
    const desk = feeDesk();
    expect(move(desk, { move: 'issued', from: 'HY0003', to: '', reason: '刘志远' })).toEqual([]);
    expect(move(desk, { move: 'voided', from: 'HY0007', to: 'HY0008', reason: '印刷不清' }, BY_LEAD)).toEqual(
      [],
    );
    expect(move(desk, { move: 'withdrawn', from: 'HY0010', to: '', reason: '退财务' }, BY_LEAD)).toEqual([]);
    expect(cards(desk)).toEqual(['HY0001–HY0002', 'HY0004–HY0006', 'HY0009']);
    expect(move(desk, { move: 'returned', from: 'HY0003', to: '', reason: '未用' }, BY_LEAD)).toEqual([]);
    expect(cards(desk)).toEqual(['HY0001–HY0006', 'HY0009']);
    expect(nextPiece(pieceBook(moves(desk), 'card'))).toBe('HY0001');
    // A number given back may come again.
    expect(move(desk, { from: 'HY0010', to: 'HY0012' })).toEqual([]);
  });

  it('refuse a number issued twice, never received, void, or received twice', () => {
    const desk = feeDesk();
    expect(move(desk, { move: 'issued', from: 'HY0003', to: 'HY0004' })).toEqual([]);
    expect(move(desk, { move: 'issued', from: 'HY0002', to: 'HY0003' })).toEqual(['from piecesIssued']);
    expect(move(desk, { move: 'issued', from: 'HY0010', to: 'HY0011' })).toEqual(['from piecesNotReceived']);
    expect(move(desk, { from: 'HY0010', to: 'HY0020' })).toEqual(['from piecesOverlap']);
    expect(move(desk, { move: 'voided', from: 'HY0009', to: '' }, BY_LEAD)).toEqual([]);
    expect(move(desk, { move: 'issued', from: 'HY0009', to: '' })).toEqual(['from piecesVoided']);
    expect(move(desk, { move: 'returned', from: 'HY0001', to: '' }, BY_LEAD)).toEqual([
      'from piecesNotIssued',
    ]);
    // Another kind of stock with the same numbers is another matter.
    expect(move(desk, { stock: 'agreement' })).toEqual([]);
  });

  it.each([
    ['', '', 'required'],
    ['HY', '', 'badPieces'],
    ['HY0005', 'HY0001', 'badPieces'],
    ['HY0005', 'HZ0009', 'badPieces'],
    ['HY0005', 'HY00009', 'badPieces'],
    ['HY-5.5', '', 'badPieces'],
    ['-3', '', 'badPieces'],
    ['1.5', '', 'badPieces'],
    ['HY0000001', 'HY9999999', 'tooManyPieces'],
  ])('refuse %s to %s', (from, to, code) => {
    expect(move(feeDesk(), { from, to })).toEqual([`from ${code}`]);
  });

  it('void, take back and withdraw only with a reason and a lead who is somebody else', () => {
    const desk = feeDesk();
    const voided = { move: 'voided', from: 'HY0001', to: '', reason: '' } as const;
    expect(move(desk, voided)).toEqual(['reason required', 'approval leadMustConfirm']);
    expect(move(desk, { ...voided, reason: '污损' }, { actor: LEAD })).toEqual(['approval notOwnApproval']);
    expect(move(desk, { ...voided, reason: '污损' }, BY_LEAD)).toEqual([]);
  });
});

describe('any history of moves', () => {
  const tries = fc.array(
    fc.record({
      move: fc.constantFrom(...NUMBERED_MOVES),
      first: fc.nat(12),
      more: fc.nat(4),
    }),
    { maxLength: 25 },
  );

  it('has each number nowhere, on hand, issued or void, as a plain list of numbers says', () => {
    fc.assert(
      fc.property(tries, (all) => {
        const desk = new Desk(MORNING);
        const state = new Map<number, 'onHand' | 'issued' | 'void'>();
        const needs: Record<NumberedMove, string | undefined> = {
          received: undefined,
          issued: 'onHand',
          returned: 'issued',
          voided: 'onHand',
          withdrawn: 'onHand',
        };
        for (const { move: wanted, first, more } of all) {
          const numbers = Array.from({ length: more + 1 }, (_, at) => first + at);
          const text = (at: number): string => `K${String(at).padStart(3, '0')}`;
          const codes = move(
            desk,
            { move: wanted, from: text(first), to: text(first + more), reason: '试' },
            BY_LEAD,
          );
          const allowed = numbers.every((at) => state.get(at) === needs[wanted]);
          expect(codes.length === 0).toBe(allowed);
          if (!allowed) continue;
          for (const at of numbers) {
            if (wanted === 'withdrawn') state.delete(at);
            else state.set(at, wanted === 'issued' ? 'issued' : wanted === 'voided' ? 'void' : 'onHand');
          }
        }
        const book = pieceBook(moves(desk), 'card');
        expect(onHandPieces(book)).toBe([...state.values()].filter((one) => one === 'onHand').length);
        expect(doubtful(book)).toEqual([]);
        const { opening, moved, closing } = numberedSums(moves(desk), 'card', {
          from: '2026-11-01',
          to: '2026-11-30',
        });
        expect(closing).toBe(onHandPieces(book));
        expect(
          opening + moved.received + moved.returned - moved.issued - moved.voided - moved.withdrawn,
        ).toBe(closing);
      }),
      { numRuns: 60 },
    );
  });

  it('shows a number that two desks issued without knowing of each other', () => {
    const desk = feeDesk();
    expect(move(desk, { move: 'issued', from: 'HY0003', to: '' })).toEqual([]);
    const other = { ...(moves(desk).at(-1) as NumberedStock), id: 'of another desk' };
    expect(doubtful(pieceBook([...moves(desk), other], 'card')).map(rangeText)).toEqual(['HY0003']);
  });
});

describe('the count', () => {
  const count = (change: Partial<CountNumbered> = {}): CountNumbered => ({
    id: 'c1',
    stock: 'card',
    counted: 'HY0001-HY0010',
    none: false,
    reason: '',
    ...change,
  });

  it('that agrees needs nobody else and moves nothing', () => {
    const desk = feeDesk();
    const before = moves(desk).length;
    expect(desk.codes(countNumbered, count(), { actId: 'c1' })).toEqual([]);
    expect(desk.get<NumberedCount>('c1').body).toMatchObject({
      book: ['HY0001–HY0010'],
      missing: [],
      surplus: [],
      bookQuantity: 10,
      countedQuantity: 10,
      approval: null,
    });
    expect(moves(desk)).toHaveLength(before);
  });

  it('with a difference needs a reason and a lead who did not count, and posts it', () => {
    const desk = feeDesk();
    expect(move(desk, { move: 'issued', from: 'HY0002', to: '' })).toEqual([]);
    const counted = 'HY0001-HY0008\nHY0011';
    expect(desk.codes(countNumbered, count({ counted }))).toEqual([
      'reason required',
      'approval leadMustConfirm',
    ]);
    expect(desk.codes(countNumbered, count({ counted, reason: '差两张' }), { actor: LEAD })).toEqual([
      'approval notOwnApproval',
    ]);
    expect(
      desk.codes(countNumbered, count({ counted, reason: '差两张' }), { ...BY_LEAD, actId: 'c1' }),
    ).toEqual([]);
    expect(desk.get<NumberedCount>('c1').body).toMatchObject({
      missing: ['HY0009–HY0010'],
      surplus: ['HY0002', 'HY0011'],
      approval: { staff: LEAD.id },
    });
    expect(cards(desk)).toEqual(['HY0001–HY0008', 'HY0011']);
    expect(desk.codes(countNumbered, count({ id: 'c2', counted }), { actId: 'c2' })).toEqual([]);
  });

  it('refuses what is no number, what stands there twice, void numbers and an empty answer', () => {
    const desk = feeDesk();
    expect(move(desk, { move: 'voided', from: 'HY0003', to: '' }, BY_LEAD)).toEqual([]);
    const codes = (change: Partial<CountNumbered>): readonly string[] =>
      desk.codes(countNumbered, count({ reason: '试', ...change }), BY_LEAD);
    expect(codes({ counted: 'HY0001, 好几张' })).toEqual(['counted badPiecesIn']);
    expect(codes({ counted: 'HY0001-HY0005\nHY0004' })).toEqual(['counted piecesTwice']);
    expect(codes({ counted: 'HY0001-HY0005' })).toEqual(['counted piecesVoided']);
    expect(codes({ counted: '  ' })).toEqual(['counted countEmpty']);
    expect(codes({ counted: '', none: true })).toEqual([]);
    expect(cards(desk)).toEqual([]);
  });
});
