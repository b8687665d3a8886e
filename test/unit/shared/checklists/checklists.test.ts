/** Opening and closing lists: what must be said, what the desk sees, when one is red or late. */
import { beforeEach, describe, expect, it } from 'vitest';
import { addChecklistRemark } from '@shared/checklists/add-remark';
import { checklistId, missingOf, redFrom, owesLists } from '@shared/checklists/rules';
import type { Checklist } from '@shared/checklists/schema';
import { signChecklist, type SignChecklist } from '@shared/checklists/sign';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { instantOf } from '@shared/core/time';
import { slotIn } from '@shared/shift-log/slots';
import { CLERK, Desk } from '../../../helpers/desk';
import { opened } from '../../../helpers/tills';

const EARLY = { desk: 'A', day: '2026-11-21', shift: 'early' };
const settings = {
  ...DEFAULT_SETTINGS,
  openingItems: [
    { text: '邮件已查看', check: '' as const },
    { text: '钱箱已开', check: 'tillOpen' as const },
  ],
};
const slot = slotIn(settings, EARLY);
const at = (time: string): string => instantOf(`2026-11-21T${time}`);
let desk: Desk;
beforeEach(() => {
  desk = new Desk(at('08:10'), settings);
});

const items = (...answers: readonly (readonly [boolean | null, string])[]): SignChecklist['items'] =>
  settings.openingItems.map(({ text }, index) => {
    const [ok, remark] = answers[index] ?? [true, ''];
    return { text, ok, remark };
  });
const sign = (change: Partial<SignChecklist> = {}): readonly string[] =>
  desk.codes(signChecklist, {
    type: 'opening',
    slot: EARLY,
    items: items([true, ''], [true, '']),
    signature: { mode: 'pin', staff: CLERK.id },
    ...change,
  });

describe('signing', () => {
  it('needs an answer to each item, and words where it is not right or the desk sees otherwise', () => {
    expect(sign({ items: items([null, ''], [true, '']) })).toEqual(['items.0 itemOpen', 'items.1 required']);
    opened(desk);
    expect(sign({ items: items([false, ''], [true, '']) })).toEqual(['items.0 required']);
    expect(sign({ items: items([false, '网络断'], [true, '']) })).toEqual([]);
    const { body } = desk.get<Checklist>(checklistId('opening', EARLY));
    expect(body.items).toEqual([
      { text: '邮件已查看', ok: false, remark: '网络断', seen: null },
      { text: '钱箱已开', ok: true, remark: '', seen: true },
    ]);
    expect(body.late).toBe(false);
  });

  it('is by the person who is there, once, at the desk itself', () => {
    opened(desk);
    expect(sign({ signature: null })).toEqual(['signature signatureMissing']);
    expect(sign({ signature: { mode: 'pin', staff: 'staff:1003' } })).toEqual(['signature pinMissing']);
    expect(sign({ signature: { mode: 'paper', archiveNo: '' } })).toEqual(['signature pinMissing']);
    expect(sign({ slot: { ...EARLY, desk: 'B' } })).toEqual(['otherDesksList']);
    expect(sign()).toEqual([]);
    expect(sign()).toEqual(['checklistSigned']);
  });

  it('is refused when the club changed the items meanwhile', () => {
    expect(sign({ items: [{ text: '旧项目', ok: true, remark: '' }] })).toEqual(['checklistChanged']);
  });

  it('is marked late after its time, and is added to, never changed', () => {
    desk.now = at('08:31');
    opened(desk);
    sign();
    const id = checklistId('opening', EARLY);
    expect(desk.get<Checklist>(id).body.late).toBe(true);
    expect(desk.codes(addChecklistRemark, { id, remark: '' })).toEqual(['remark required']);
    expect(desk.codes(addChecklistRemark, { id, remark: '网络已恢复' })).toEqual([]);
    expect(desk.get<Checklist>(id).body.log?.at(-1)?.reason).toBe('网络已恢复');
  });
});

it('is missing until signed, red after the begin and before the end of the shift', () => {
  if (!slot) throw new Error('no slot');
  expect(missingOf(slot, [], settings)).toEqual(['opening', 'closing']);
  opened(desk);
  sign();
  expect(missingOf(slot, [desk.get<Checklist>(checklistId('opening', EARLY))], settings)).toEqual([
    'closing',
  ]);
  expect(missingOf(slot, [], { openingItems: [], closingItems: [] })).toEqual([]);
  expect(redFrom('opening', slot, settings)).toBe(at('08:30'));
  expect(redFrom('closing', slot, settings)).toBe(at('15:45'));
});

describe('a desk', () => {
  it('owes the lists of every shift that was not over when it was set up', () => {
    expect(owesLists({ to: '2026-11-21T08:00:00.000Z' }, '2026-11-21T01:00:00.000Z')).toBe(true);
    expect(owesLists({ to: '2026-11-21T00:00:00.000Z' }, '2026-11-21T01:00:00.000Z')).toBe(false);
  });
});
