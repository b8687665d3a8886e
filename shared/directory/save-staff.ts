/** Adds or changes a member of staff (administrators). */
import { atMost, refusalsOf, required } from '../core/checks';
import { accept, refuse, type Command } from '../core/command';
import { changed, newRecord } from '../core/documents';
import { normalizePhone } from '../core/phone';
import type { Role } from '../core/roles';
import type { PinRecord } from '../host';
import type { Credential, CredentialBody, Staff, StaffBody } from './schema';
import { STAFF_NO } from './set-up';

export interface SaveStaffInput {
  readonly id: string;
  readonly staffNo: string;
  readonly name: string;
  readonly phone: string;
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
  readonly active: boolean;
  /** A new PIN's record; null keeps the one there is. */
  readonly credential: PinRecord | null;
}

export const saveStaff: Command<SaveStaffInput> = {
  type: 'directory.saveStaff',
  roles: ['admin'],
  reads: ({ id }) => [
    { name: 'pin', collection: 'directory', ids: [`pin:${id}`] },
    { name: 'staff', collection: 'directory', index: 'kind', from: ['staff'], to: ['staff'] },
  ],
  decide: (input, loaded, context) => {
    const everybody = (loaded.staff ?? []) as readonly Staff[];
    const before = everybody.find((staff) => staff.id === input.id);
    const others = everybody.filter((staff) => staff.id !== input.id);
    const taken = others.some(
      (staff) => staff.body.staffNo.toLowerCase() === input.staffNo.trim().toLowerCase(),
    );
    const isAdmin = input.active && input.roles.includes('admin');
    const otherAdmin = others.some(
      (staff) => staff.status === 'active' && staff.body.roles.includes('admin'),
    );
    const phone = normalizePhone(input.phone);
    const refusals = refusalsOf(
      STAFF_NO.test(input.staffNo.trim()) ? null : { field: 'staffNo', code: 'badStaffNo' },
      taken ? { field: 'staffNo', code: 'staffNoTaken' } : null,
      required('name', input.name) ?? atMost('name', input.name, 20),
      phone === null ? { field: 'phone', code: 'badPhone' } : null,
      input.roles.length > 0 ? null : { field: 'roles', code: 'noRole' },
      input.roles.includes('handler') && input.departments.length === 0
        ? { field: 'departments', code: 'noDepartment' }
        : null,
      isAdmin || otherAdmin ? null : { field: 'roles', code: 'lastAdmin' },
    );
    if (refusals.length > 0) return refuse(...refusals);
    const { roles, departments } = input;
    const body = {
      staffNo: input.staffNo.trim(),
      name: input.name.trim(),
      roles,
      departments,
      phone: phone ?? '',
    };
    const status = input.active ? ('active' as const) : ('left' as const);
    const act = 'directory.saveStaff';
    const staff = before
      ? changed(before, act, body, context, { status })
      : { ...newRecord<'staff', StaffBody>(input.id, 'staff', act, body, context), status };
    const writes = [{ collection: 'directory' as const, doc: staff as Omit<Staff, 'ver'> }];
    if (!input.credential) return accept(...writes);
    const held = loaded.pin?.[0] as Credential | undefined;
    // The log says that the PIN changed, never its hash.
    const entry = { id: context.actId, act, at: context.now, by: context.actor.id, desk: context.desk };
    const pin: Omit<Credential, 'ver'> = held
      ? { ...held, body: { ...held.body, ...input.credential, log: [...(held.body.log ?? []), entry] } }
      : newRecord<'credential', CredentialBody>(
          `pin:${input.id}`,
          'credential',
          act,
          { staff: input.id, ...input.credential },
          context,
        );
    return accept(...writes, { collection: 'directory', doc: pin });
  },
};
