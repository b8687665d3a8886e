/** Roster and attendance of some days, kept current from change events. */
import { useMemo } from 'react';
import type { Envelope } from '@shared/core/envelope';
import { attendanceRecords, type AttendanceRecords } from '@shared/roster/attendance';
import { rosterOf, type Roster } from '@shared/roster/roster';
import { useLive, type ReadState } from '../../data/live';
import { range } from '../../data/read';
import { loadRoster } from './use-roster';

const KINDS = ['punch', 'explanation', 'attendanceMark'] as const;

/** Records of roster and attendance by id. */
export async function loadAttendance(from: string, to: string): Promise<ReadonlyMap<string, Envelope>> {
  const [roster, ...lists] = await Promise.all([
    loadRoster(from, to),
    ...KINDS.map((kind) => range('roster', 'kind', [kind, from], [kind, to])),
  ]);
  return new Map([...roster, ...lists.flat().map((doc) => [doc.id, doc] as const)]);
}

export interface LiveAttendance {
  readonly state: ReadState;
  readonly roster: Roster;
  readonly records: AttendanceRecords;
}

export function useAttendance(from: string, to: string): LiveAttendance {
  const live = useLive(
    () => loadAttendance(from, to),
    ['roster'],
    [from, to],
    (records, change) => new Map([...records, ...change.docs.map((doc) => [doc.id, doc] as const)]),
  );
  const value = live.state === 'ready' ? live.value : null;
  return useMemo(() => {
    const docs = [...(value?.values() ?? [])];
    return { state: live.state, roster: rosterOf(docs), records: attendanceRecords(docs) };
  }, [value, live.state]);
}
