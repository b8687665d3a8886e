/** The log of a matter in words (DOMAIN §2): who did what and what it changed. Phones stay masked in it; times show as the club's. */
import type { FieldChange, LogEntry } from '@shared/core/envelope';
import { maskPhone } from '@shared/core/mask';
import type { Party } from '@shared/service/schema';
import { departmentName, staffName } from '../../data/directory';
import { t, type MessageKey } from '../i18n';
import { dayTime } from '../typed';
import { handedOverText } from './hand-over';

/** What only the register knows of its log. */
interface RegisterWords {
  /** Types of its own commands begin with this, e.g. `talk.`. */
  readonly commands: string;
  /** Name of an act of its own. */
  readonly act: (type: string) => string;
  readonly label: (field: string) => string;
  /** A value in its own words; undefined where the shared ones will do. */
  readonly value?: (field: string, value: unknown, before: boolean) => string | undefined;
}

interface MatterLog {
  /** `登记`, `审批通过`, or what another register's act did to it: `后续处理`, `回访`. */
  readonly describeAct: (entry: LogEntry) => string;
  /** `姓名：王建国 → 王建军；类别：咨询 → 投诉`. */
  readonly describeChanges: (entry: LogEntry) => string;
}

/** Acts of calls that change the matter they are about. */
const CALL_ACTS: Readonly<Record<string, MessageKey>> = {
  'followUp.attempt': 'followUp.act.attempt',
  'followUp.giveUp': 'followUp.act.giveUp',
  'followUp.void': 'service.callVoided',
};

/** The words of one register's logs. */
export function matterLog({ commands, act: ownAct, label, value }: RegisterWords): MatterLog {
  const valueOf = (field: string, one: unknown, before: boolean): string =>
    value?.(field, one, before) ?? valueText(field, one);
  const changeText = ({ field, from, to }: FieldChange): string =>
    from === null || from === ''
      ? `${labelOf(field, label)}：${valueOf(field, to, false)}`
      : `${labelOf(field, label)}：${valueOf(field, from, true)} → ${valueOf(field, to, false)}`;
  return {
    describeAct: (entry) => {
      if (entry.act === 'matter.handOver') return handedOverText(entry);
      // Its own record that grew out of it, e.g. a talk out of a talk, is listed by the parent under the child's act.
      const isOwn = entry.act.startsWith(commands) && entry.changes?.[0]?.field !== 'children';
      if (isOwn) return ownAct(entry.act);
      const call = Object.hasOwn(CALL_ACTS, entry.act) ? CALL_ACTS[entry.act] : undefined;
      return t(call ?? 'service.children');
    },
    describeChanges: ({ act, changes = [] }) =>
      act === 'matter.handOver' ? '' : changes.map(changeText).join('；'),
  };
}

const labelOf = (field: string, label: RegisterWords['label']): string =>
  field === 'children' ? t('service.children') : label(field);

/** Fields that every register keeps alike. */
function valueText(field: string, value: unknown): string {
  if (value === '' || value === null) return t('service.empty');
  if (field === 'customer') {
    const { name, phone } = value as Party;
    return [name, maskPhone(phone)].filter(Boolean).join(' ');
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (field) {
    case 'phone':
      return maskPhone(text);
    case 'department':
      return departmentName(text);
    case 'approvedBy':
      return staffName(text);
    case 'identity':
      return t(`service.identities.${text}` as MessageKey);
    case 'children':
      return t(`service.kinds.${text}` as MessageKey);
    default:
      return ISO_INSTANT.test(text) ? dayTime(text) : text;
  }
}

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
