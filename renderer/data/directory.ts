/** The directory (staff, desks, departments, settings) in memory: small, and needed everywhere. */
import { create } from 'zustand';
import type { Actor } from '@shared/core/command';
import type { Envelope } from '@shared/core/envelope';
import { settingsFrom, type Settings } from '@shared/core/settings';
import type {
  Credential,
  Department,
  Desk,
  DirectoryRecord,
  SettingsBody,
  Staff,
} from '@shared/directory/schema';
import { onChange } from './live';
import { all } from './read';

interface DirectoryState {
  readonly records: ReadonlyMap<string, Envelope>;
  readonly settings: Settings;
  readonly staff: readonly Staff[];
  readonly desks: readonly Desk[];
  readonly departments: readonly Department[];
}

function derive(records: ReadonlyMap<string, Envelope>): DirectoryState {
  const list = [...records.values()] as DirectoryRecord[];
  const stored = list.find((record) => record.kind === 'settings');
  const { v: _v, no: _no, log: _log, ...settings }: SettingsBody = stored?.body ?? { v: 1 };
  return {
    records,
    settings: settingsFrom(settings),
    staff: list
      .filter((record) => record.kind === 'staff')
      .sort((a, b) => a.body.staffNo.localeCompare(b.body.staffNo)),
    desks: list
      .filter((record) => record.kind === 'desk')
      .sort((a, b) => a.body.code.localeCompare(b.body.code)),
    departments: list.filter((record) => record.kind === 'department'),
  };
}

export const useDirectory = create<DirectoryState>(() => derive(new Map()));

function take(docs: readonly Envelope[]): void {
  const records = new Map(useDirectory.getState().records);
  for (const doc of docs) records.set(doc.id, doc);
  useDirectory.setState(derive(records));
}

/** Loads the directory; afterwards it follows every change by itself. */
export async function loadDirectory(): Promise<void> {
  take(await all('directory'));
}

onChange((change) => {
  if (change.collection === 'directory') take(change.docs);
});

/** A person as the context of a command wants them. */
export function actorOf(staff: Staff): Actor {
  const { name, roles, departments } = staff.body;
  return { id: staff.id, name, roles, departments };
}

/** Name of a member of staff by id; the id itself when unknown. */
export function staffName(id: string): string {
  return (useDirectory.getState().records.get(id) as Staff | undefined)?.body.name ?? id;
}

/** Name of a department by id; the id itself when unknown. */
export function departmentName(id: string): string {
  return (useDirectory.getState().records.get(id) as Department | undefined)?.body.name ?? id;
}

/** The PIN record of a member of staff, when one was set. */
export function credentialOf(staff: string): Credential | undefined {
  return useDirectory.getState().records.get(`pin:${staff}`) as Credential | undefined;
}
