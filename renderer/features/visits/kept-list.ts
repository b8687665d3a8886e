/**
 * 在场人员名单 by schedule: made in the background and kept in the archive folder, so that the roll can be called when
 * this app cannot be opened (DOMAIN §3.11). Phones are masked: nobody in particular prints it.
 */
import { v7 } from 'uuid';
import { create } from 'zustand';
import { minutesBetween } from '@shared/core/time';
import { printedByText } from '@shared/forms/texts';
import type { KeepResult } from '@shared/host';
import { visits as words } from '@shared/messages/zh-CN/visits';
import { staffPresent } from '@shared/roster/present';
import { nowIso } from '../../data/clock';
import { useDirectory } from '../../data/directory';
import { logFault } from '../../data/faults';
import { host } from '../../data/host';
import { loadPref, savePref } from '../../data/local';
import { today, useSession } from '../../data/session';
import { loadByHand, withHand } from './by-hand';
import { evacuationInput } from './print';
import { readOnSite, readStaffRecords } from './use-on-site';

/** Issues that stay: the last hours, should the newest be damaged. */
export const KEPT_ISSUES = 8;

const PREF = 'evacuationKept';

/** The last issue that was made and what became of the last try. */
export interface KeptIssue {
  /** ISO instant of the last issue, '' before the first. */
  readonly at: string;
  readonly folder: string;
  /** Why the last try failed, '' when it did not. */
  readonly fault: '' | 'failed' | 'diskFull';
  /** ISO instant since which tries have failed, '' when they do not. */
  readonly failingSince: string;
}

const NONE: KeptIssue = { at: '', folder: '', fault: '', failingSince: '' };

/** What is known of the kept issues; null until it is read. */
export const useKept = create<{ readonly kept: KeptIssue | null }>(() => ({ kept: null }));

/** Reads what is known of the kept issues. */
export async function loadKept(): Promise<KeptIssue> {
  const kept = useKept.getState().kept ?? (await loadPref<KeptIssue>(PREF)) ?? NONE;
  useKept.setState({ kept });
  return kept;
}

async function make(): Promise<KeepResult> {
  const { desk, actor } = useSession.getState();
  const { settings } = useDirectory.getState();
  const day = today();
  const now = nowIso();
  const [onSite, records, byHand] = await Promise.all([
    readOnSite(day),
    readStaffRecords(day),
    loadByHand(day),
  ]);
  const known = [...staffPresent(records, now, settings), ...(actor ? [actor.id] : [])];
  const request = {
    job: v7(),
    form: 'evacuation-list',
    data: JSON.stringify(evacuationInput(onSite, withHand(known, byHand), false)),
    printedBy: printedByText(words.evacuation.bySchedule, desk, now),
  };
  return host.call('print.keep', request, KEPT_ISSUES);
}

let running: Promise<KeptIssue> | null = null;

/** Makes an issue now; a second call while one is made gets the same answer. Never rejects. */
export function keepList(): Promise<KeptIssue> {
  running ??= keep().finally(() => {
    running = null;
  });
  return running;
}

async function keep(): Promise<KeptIssue> {
  const before = await loadKept();
  const now = nowIso();
  const result = await make().catch((error: unknown): KeepResult => {
    logFault('visits.keptList', error);
    return { ok: false, code: 'failed' };
  });
  const kept: KeptIssue = result.ok
    ? { at: now, folder: result.folder, fault: '', failingSince: '' }
    : { ...before, fault: result.code, failingSince: before.failingSince || now };
  useKept.setState({ kept });
  await savePref(PREF, kept);
  return kept;
}

/** Makes an issue when the last one is older than the setting says, or the last try failed. */
export async function keepListIfDue(): Promise<void> {
  const { evacuationMinutes } = useDirectory.getState().settings;
  if (evacuationMinutes === 0 || useSession.getState().desk === '') return;
  const { at, fault } = await loadKept();
  const age = at === '' ? Infinity : minutesBetween(at, nowIso());
  // A time to come was written under a wrong clock.
  if (fault !== '' || age >= evacuationMinutes || age < 0) await keepList();
}
