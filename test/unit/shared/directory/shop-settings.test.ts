// Settings of shop, fees and cash: what they may be, and who may change them.
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { faultsOfSettings, saveSettings } from '@shared/directory/save-settings';
import { faultOfLocations } from '@shared/directory/shop-settings';
import { feeTypesText, parseFeeTypes } from '@shared/fees/fee-types';
import { EMPTY_BOOKS } from '@shared/ledger/books';
import { ADMIN, Desk, LEAD } from '../../../helpers/desk';

describe('shop settings', () => {
  it('are all right as they come', () => {
    expect(faultsOfSettings({ ...DEFAULT_SETTINGS, clubName: '俱乐部' })).toEqual([]);
  });

  it.each([
    [{ discountLimitPercent: 101 }, 'discountLimitPercent badNumber'],
    [{ discountLimitFen: -1 }, 'discountLimitFen badMoney'],
    [{ tillFloat: Number.NaN }, 'tillFloat badMoney'],
    [{ locations: ['展架'] }, 'locations required'],
    [{ locations: ['展架', '展架'] }, 'locations nameTaken'],
    [{ denominations: [] }, 'denominations badDenominations'],
    [{ denominations: [100, 100] }, 'denominations badDenominations'],
    [{ denominations: [100, 0] }, 'denominations badDenominations'],
    [{ pettyPurposes: [] }, 'pettyPurposes required'],
    [{ feeTypes: [] }, 'feeTypes required'],
    [{ feeTypes: [{ name: '', checklist: ['卡'] }] }, 'feeTypes required'],
    [
      {
        feeTypes: [
          { name: '会费', checklist: [] },
          { name: '会费', checklist: [] },
        ],
      },
      'feeTypes nameTaken',
    ],
    [{ feeTypes: [{ name: '会费', checklist: ['长'.repeat(41)] }] }, 'feeTypes tooLong'],
  ])('refuse %o', (input, refusal) => {
    const desk = new Desk('2026-11-21T01:42:00.000Z');
    expect(desk.codes(saveSettings, input, { actor: ADMIN })).toEqual([refusal]);
  });

  it('leave what a lead approves against to administrators', () => {
    const desk = new Desk('2026-11-21T01:42:00.000Z');
    expect(desk.codes(saveSettings, { discountLimitPercent: 50 }, { actor: LEAD })).toEqual([
      'discountLimitPercent notAllowed',
    ]);
    expect(desk.codes(saveSettings, { pettyPurposes: ['邮费'] }, { actor: LEAD })).toEqual([]);
  });

  it('keep a location that holds goods', () => {
    const books = { ...EMPTY_BOOKS, stock: { p1: { 展架: 0, 库房: 3 } } };
    expect(faultOfLocations(['展架', '仓库'], books)).toEqual({
      field: 'locations',
      code: 'locationHasStock',
      params: { location: '库房' },
    });
    expect(faultOfLocations(['前厅', '库房'], books)).toBeNull();
  });

  it('read fee types back from what they show', () => {
    const { feeTypes } = DEFAULT_SETTINGS;
    expect(parseFeeTypes(feeTypesText(feeTypes))).toEqual(feeTypes);
    expect(parseFeeTypes('会费: 协议, 卡，卡\n\n其他')).toEqual([
      { name: '会费', checklist: ['协议', '卡'] },
      { name: '其他', checklist: [] },
    ]);
  });
});
