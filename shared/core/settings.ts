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
  visitPurposes: ['咨询', '投诉', '求助', '报修', '建议', '会员业务', '供应商', '面试', '其他'],
  prefixes: DEFAULT_PREFIXES,
  backupDays: 30,
};
