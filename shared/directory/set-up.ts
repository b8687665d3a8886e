/** First run: club, this desk, departments and the first administrator, as one act. */
import { atMost, refusalsOf, required } from '../core/checks';
import { accept, refuse, type Command } from '../core/command';
import { newRecord } from '../core/documents';
import type { Settings } from '../core/settings';
import type { PinRecord } from '../host';
import { faultsOfSettings } from './save-settings';
import type { CredentialBody, DepartmentBody, DeskBody, SettingsBody, StaffBody } from './schema';

export interface SetUpInput {
  readonly clubName: string;
  readonly deskCode: string;
  readonly deskName: string;
  readonly departments: readonly string[];
  readonly shifts: Settings['shifts'];
  readonly adminName: string;
  readonly adminStaffNo: string;
  readonly credential: PinRecord;
  /** Ids for the administrator and the departments, made by the form. */
  readonly adminId: string;
  readonly departmentIds: readonly string[];
}

export const DESK_CODE = /^[A-Z0-9]{1,3}$/;
export const STAFF_NO = /^[A-Za-z0-9]{1,12}$/;

export const setUp: Command<SetUpInput> = {
  type: 'directory.setUp',
  roles: ['admin'],
  reads: (input) => [
    { name: 'before', collection: 'directory', ids: ['settings', input.adminId] },
    { name: 'staff', collection: 'directory', index: 'kind', from: ['staff'], to: ['staff'] },
  ],
  decide: (input, loaded, context) => {
    if (loaded.staff?.length) return refuse({ code: 'alreadySetUp' });
    const refusals = refusalsOf(
      required('clubName', input.clubName) ?? atMost('clubName', input.clubName, 40),
      DESK_CODE.test(input.deskCode) ? null : { field: 'deskCode', code: 'badDeskCode' },
      required('deskName', input.deskName) ?? atMost('deskName', input.deskName, 20),
      required('adminName', input.adminName) ?? atMost('adminName', input.adminName, 20),
      STAFF_NO.test(input.adminStaffNo) ? null : { field: 'adminStaffNo', code: 'badStaffNo' },
      input.departments.length > 0 ? null : { field: 'departments', code: 'required' },
      ...input.departments.map((name) => atMost('departments', name, 20)),
      ...faultsOfSettings({ shifts: input.shifts }),
    );
    if (refusals.length > 0) return refuse(...refusals);
    const act = 'directory.setUp';
    const admin = {
      staffNo: input.adminStaffNo,
      name: input.adminName.trim(),
      roles: ['admin', 'lead'] as const,
      departments: [],
      phone: '',
    };
    const docs = [
      newRecord<'settings', SettingsBody>(
        'settings',
        'settings',
        act,
        { clubName: input.clubName.trim(), shifts: input.shifts },
        context,
      ),
      newRecord<'desk', DeskBody>(
        `desk:${input.deskCode}`,
        'desk',
        act,
        { code: input.deskCode, name: input.deskName.trim() },
        context,
      ),
      newRecord<'staff', StaffBody>(input.adminId, 'staff', act, admin, context),
      newRecord<'credential', CredentialBody>(
        `pin:${input.adminId}`,
        'credential',
        act,
        { staff: input.adminId, ...input.credential },
        context,
      ),
      ...input.departments.map((name, index) =>
        newRecord<'department', DepartmentBody>(
          input.departmentIds[index] ?? `department:${index}`,
          'department',
          act,
          { name },
          context,
        ),
      ),
    ];
    return accept(...docs.map((doc) => ({ collection: 'directory' as const, doc })));
  },
};
