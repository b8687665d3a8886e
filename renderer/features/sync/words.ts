/** Records of any kind in a few words, for what sync shows of them. */
import type { Envelope } from '@shared/core/envelope';
import { isDuty, type Duty } from '@shared/roster/schema';
import { planText } from '@shared/roster/words';
import { departmentName, staffName, useDirectory } from '../../data/directory';
import { t, type MessageKey } from '../../ui/i18n';
import { shownAs } from '../../ui/record-path';
import { dayTime } from '../../ui/typed';

/** A day's plan and the swaps that made it. */
function dutyText({ body }: Duty, field: string): string {
  if (field === 'swaps') {
    const swaps = body.swaps.map(
      ({ no, applicant, colleague }) => `${no} ${staffName(applicant)} · ${staffName(colleague)}`,
    );
    return swaps.join(t('ui.listSeparator')) || t('sync.empty');
  }
  const { shifts } = useDirectory.getState().settings;
  return planText(body.plan, shifts, {
    rest: t('roster.rest'),
    leave: t('roster.leave'),
    none: t('roster.none'),
  });
}

/** Longest value shown. */
const LONGEST = 120;

/** A message that may not be there. */
function known(key: string): string | null {
  const text = t(key as MessageKey);
  return text === key ? null : text;
}

/** `来访`, `商品` …; entries of the ledger are all 账目. */
export const kindText = ({ kind }: Envelope): string => known(`sync.kind.${kind}`) ?? t('sync.kind.entry');

/** What a person calls the record: its number, else its name. */
export function nameOf(doc: Envelope): string {
  const { no, name } = doc.body as { readonly no?: string; readonly name?: string };
  if (isDuty(doc)) return `${doc.day.slice(5)} ${staffName(doc.key)}`;
  return no ?? name ?? shownAs(doc)?.title ?? dayTime(doc.at);
}

/** Where a kind's own page has its words. */
const CATALOGUES: Readonly<Record<string, { readonly fields: string; readonly states: string }>> = {
  visit: { fields: 'visits.field', states: 'visits.status' },
  foundItem: { fields: 'lostProperty.field', states: 'lostProperty.status' },
  lossReport: { fields: 'lostProperty.field', states: 'lostProperty.reportStatus' },
  complaint: { fields: 'complaints.field', states: 'complaints.status' },
  product: { fields: 'products.field', states: 'products.status' },
  count: { fields: 'sync.field', states: 'counts.status' },
  swap: { fields: 'sync.field', states: 'roster.swaps.status' },
  leave: { fields: 'sync.field', states: 'roster.leaves.status' },
  incident: { fields: 'incidents.field', states: 'incidents.status' },
};

/** The kind's own word, else the common one. */
function wordOf(own: string | undefined, common: string, name: string): string {
  return (own && known(`${own}.${name}`)) ?? known(`${common}.${name}`) ?? t('sync.field.other');
}

/** A field's name as its own page has it. */
export const fieldText = (kind: string, field: string): string =>
  wordOf(CATALOGUES[kind]?.fields, 'sync.field', field);

function words(value: unknown): readonly string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'boolean') return [t(value ? 'sync.yes' : 'sync.no')];
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'object') return Object.values(value).flatMap(words);
  const text = value as string;
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return [dayTime(text)];
  const { records } = useDirectory.getState();
  const kind = records.get(text)?.kind;
  if (kind === 'staff') return [staffName(text)];
  if (kind === 'department') return [departmentName(text)];
  return [text];
}

/** A value of any shape as one line. */
export function valueText(doc: Envelope, field: string): string {
  const value = field in doc.body ? doc.body[field as keyof Envelope['body']] : doc[field as keyof Envelope];
  // A PIN's hash is nobody's to read, and says nothing.
  if (doc.kind === 'credential') return t('sync.hidden');
  if (isDuty(doc) && (field === 'plan' || field === 'swaps')) return dutyText(doc, field);
  if (field === 'status') return wordOf(CATALOGUES[doc.kind]?.states, 'sync.status', doc.status);
  const text = words(value).join(' · ');
  if (text === '') return t('sync.empty');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Fields in which two states differ, moved ones first; the log is told elsewhere. */
export function differing(kept: Envelope, other: Envelope): readonly string[] {
  const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  const body = new Set([...Object.keys(kept.body), ...Object.keys(other.body)]);
  return [
    ...(['status', 'dueAt'] as const).filter((field) => differs(kept[field], other[field])),
    ...[...body].filter(
      (field) =>
        !['log', 'v', 'no'].includes(field) &&
        differs(kept.body[field as keyof Envelope['body']], other.body[field as keyof Envelope['body']]),
    ),
  ];
}
