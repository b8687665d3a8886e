/** Everything DOMAIN calls a setting, with its default. Stored as one `directory` record, id `settings`. */
import { DEFAULT_PREFIXES, type Register } from './numbers';

/** A shift of the desk, hours in the club's civil time. */
export interface ShiftHours {
  readonly id: string;
  readonly name: string;
  /** `HH:mm`. */
  readonly from: string;
  /** `HH:mm`; earlier than `from` means the next day. */
  readonly to: string;
}

export interface Settings {
  readonly clubName: string;
  /** Hour (0–12) before which a time belongs to the business day before; night golf runs past midnight. */
  readonly cutOffHour: number;
  readonly shifts: readonly ShiftHours[];
  /** Minutes without input until the screen locks. */
  readonly lockAfterMinutes: number;
  /** `HH:mm` from which still open visits are asked about. */
  readonly closingTime: string;
  /** Minutes a visit handed to a department may wait. */
  readonly transferMinutes: number;
  /** Minutes before a due time from which it shows amber. */
  readonly amberMinutes: number;
  /** Months after which personal data is erased. */
  readonly retentionMonths: number;
  /** Days a found item waits before it is handed to HR. */
  readonly lostItemDays: number;
  readonly lostCategories: readonly string[];
  /** Places where found items are kept; the first is offered. */
  readonly lostStorages: readonly string[];
  /** Words of one meaning the club adds to the built-in ones, e.g. `[['球包', '杆包']]`. */
  readonly lostSynonyms: readonly (readonly string[])[];
  /** Purposes of a visit a club may add to. */
  readonly visitPurposes: readonly string[];
  readonly prefixes: Readonly<Record<Register, string>>;
  /** Days of backups kept. */
  readonly backupDays: number;
}

export const DEFAULT_SETTINGS: Settings = {
  clubName: '',
  cutOffHour: 4,
  shifts: [
    { id: 'early', name: '早班', from: '08:00', to: '16:00' },
    { id: 'late', name: '晚班', from: '16:00', to: '00:00' },
  ],
  lockAfterMinutes: 5,
  closingTime: '22:00',
  transferMinutes: 30,
  amberMinutes: 60,
  retentionMonths: 24,
  lostItemDays: 15,
  lostCategories: [
    '雨伞',
    '衣物鞋帽',
    '球杆球具',
    '手机数码',
    '手表首饰',
    '钱包现金',
    '证件卡类',
    '钥匙',
    '眼镜',
    '包袋',
    '水杯',
    '儿童用品',
    '食品',
    '其他',
  ],
  lostStorages: ['前台储物柜', '保险柜', '库房', '冷藏柜'],
  lostSynonyms: [],
  visitPurposes: ['咨询', '投诉', '求助', '报修', '建议', '会员业务', '供应商', '面试', '其他'],
  prefixes: DEFAULT_PREFIXES,
  backupDays: 30,
};

/** The shift that runs at a civil `HH:mm`, or undefined between shifts; one ending earlier than it starts goes over midnight. */
export function shiftAt(shifts: readonly ShiftHours[], time: string): ShiftHours | undefined {
  return shifts.find(({ from, to }) => (from <= to ? time >= from && time < to : time >= from || time < to));
}
