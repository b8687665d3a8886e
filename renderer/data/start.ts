/** What happens between the window and the first page: clock, journal, directory, who was signed in. */
import type { AppInfo } from '@shared/host';
import { currentState } from './checkpoint';
import { guardClock, setClockOffset } from './clock';
import { actorOf, loadDirectory, useDirectory } from './directory';
import { logFault } from './faults';
import { host } from './host';
import { loadDrafts, loadPref } from './local';
import { recover, type Recovery } from './recover';
import { useSession } from './session';
import { adoptLink } from './sync/outgoing';

export interface Started {
  readonly info: AppInfo;
  readonly recovery: Recovery;
  /** Minutes by which the PC's clock is behind the last record, or 0. */
  readonly clockBehind: number;
  /** False before the first run is through. */
  readonly isSetUp: boolean;
  readonly language: 'zh-CN' | 'en';
}

/** A session kept over a reload is only taken up while it would not have been locked. */
async function resume(info: AppInfo): Promise<void> {
  const { staff, settings } = useDirectory.getState();
  const active = staff.filter(({ status }) => status === 'active');
  const kept = await host.call('session.kept');
  const person = info.signInAs
    ? active.find(({ body }) => body.staffNo === info.signInAs)
    : active.find(({ id }) => id === kept?.staff);
  if (!person) return;
  const locked = !info.signInAs && (kept?.idleMs ?? 0) > settings.lockAfterMinutes * 60_000;
  useSession.setState({ actor: actorOf(person), locked });
  await host.call('session.keep', person.id);
}

/** Opens this desk's data. @throws when IndexedDB or the journal cannot be read at all */
export async function startData(onProgress: (lines: number) => void): Promise<Started> {
  const [info, language] = await Promise.all([
    host.call('app.info'),
    loadPref<'zh-CN' | 'en'>('language'),
    loadDrafts(),
  ]);
  setClockOffset(info.clockOffset);
  adoptLink(info.endpoint);
  const behind = await guardClock();
  const recovery = await recover(onProgress);
  const { written, damaged, journalLost } = recovery;
  if (written > 0 || damaged > 0 || journalLost)
    logFault('journal', JSON.stringify({ written, damaged, journalLost }));
  await loadDirectory();
  useSession.setState({ desk: currentState()?.desk ?? '' });
  await resume(info);
  return {
    info,
    recovery,
    clockBehind: Math.ceil(behind / 60_000),
    isSetUp: useDirectory.getState().staff.length > 0,
    language: language ?? 'zh-CN',
  };
}
