/** A desk with lost property on it, for the tests of this folder. */
import { emptyClaim, type ClaimFields } from '@shared/lost-property/claim-fields';
import { emptyFound, type FoundFields } from '@shared/lost-property/found-fields';
import { registerItem } from '@shared/lost-property/register-item';
import { emptyReport, type ReportFields } from '@shared/lost-property/report-fields';
import { reportLoss } from '@shared/lost-property/report-loss';
import type { FoundItem, LossReport } from '@shared/lost-property/schema';
import type { SignatureInput } from '@shared/signatures/signature';
import { expect } from 'vitest';
import { CLERK, Desk, type Act } from '../../../helpers/desk';

export const MORNING = '2026-11-21T01:42:30.500Z'; // 09:42 in Shanghai

/** A short name written across the pad. */
export const SIGNED: SignatureInput = {
  mode: 'screen',
  strokes: {
    width: 300,
    height: 120,
    strokes: [
      [
        [20, 60],
        [120, 30],
        [200, 90],
      ],
      [
        [220, 40],
        [260, 100],
      ],
    ],
  },
};
export const OWN_PIN: SignatureInput = { mode: 'pin', staff: CLERK.id };
export const PAPER: SignatureInput = { mode: 'paper', archiveNo: '' };

export const found = (change: Partial<FoundFields> = {}): FoundFields => ({
  ...emptyFound(CLERK.name, '雨伞', '前台储物柜'),
  name: '黑色折叠伞',
  place: '出发台',
  ...change,
});

/** Registers an item under the id `i1` and returns the desk. */
export function deskWith(
  change: Partial<FoundFields> = {},
  act: Act = {},
  signature: SignatureInput = OWN_PIN,
): Desk {
  const desk = new Desk(MORNING);
  expect(desk.codes(registerItem, { id: 'i1', fields: found(change), signature }, act)).toEqual([]);
  return desk;
}

export const itemOf = (desk: Desk, id = 'i1'): FoundItem => desk.get<FoundItem>(id);

/** A claim with every check ticked. */
export const claimOf = (desk: Desk, change: Partial<ClaimFields> = {}, id = 'i1'): ClaimFields => ({
  ...emptyClaim(itemOf(desk, id).body.features.length, 1),
  features: itemOf(desk, id).body.features.map(() => true),
  counted: true,
  identity: 'document',
  name: '刘志远',
  phone: '13912345678',
  last4: '123x',
  ...change,
});

/** Registers a loss under the id `r1`. */
export function report(desk: Desk, change: Partial<ReportFields> = {}, id = 'r1'): LossReport {
  const fields = {
    ...emptyReport('雨伞', '2026-11-21'),
    ownerName: '刘志远',
    ownerPhone: '13912345678',
    name: '黑伞',
    place: '出发台',
    ...change,
  };
  expect(desk.codes(reportLoss, { id, fields })).toEqual([]);
  return desk.get<LossReport>(id);
}
