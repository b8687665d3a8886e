/** The demo club's directory: people, departments, desks, with one published PIN. */
import type { Actor } from '../core/command';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import type { Role } from '../core/roles';
import { saveStaff } from '../directory/save-staff';
import { setUp } from '../directory/set-up';
import type { PinRecord } from '../host';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';
import { CLUB, DEPARTMENTS } from './words';

/** Everybody's PIN in the demo club; it protects nothing and stands on the sign-in page. */
export const DEMO_PIN = '246810';

export const DEMO_SETTINGS: Settings = { ...DEFAULT_SETTINGS, clubName: CLUB };

const ADMIN = { staffNo: '9001', name: '系统管理员' };

const STAFF: readonly {
  readonly staffNo: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly department?: string;
  readonly phone?: string;
}[] = [
  { staffNo: '1001', name: '林晓彤', roles: ['clerk'] },
  { staffNo: '1002', name: '周立', roles: ['lead'], phone: '13905320102' },
  { staffNo: '1003', name: '赵一鸣', roles: ['clerk'], phone: '13905320103' },
  { staffNo: '1004', name: '孙倩', roles: ['clerk'] },
  { staffNo: '2001', name: '王会计', roles: ['finance'], phone: '13905320201' },
  { staffNo: '3001', name: '李人事', roles: ['hr'], phone: '13905320301' },
  { staffNo: '4001', name: '陈总', roles: ['manager'], phone: '13905320401' },
  { staffNo: '5001', name: '高教练', roles: ['handler'], department: '教练部', phone: '13905320501' },
];

export interface DemoClub {
  /** Actors by staff number. */
  readonly staff: ReadonlyMap<string, Actor>;
  /** Department ids by name. */
  readonly departments: ReadonlyMap<string, string>;
}

/** Sets the club up on a pretended desk at `now`. */
export function demoClub(desk: PretendDesk, draw: Draw, now: string, credential: PinRecord): DemoClub {
  const adminId = draw.id(now);
  const admin: Actor = { id: adminId, name: ADMIN.name, roles: ['admin', 'lead'], departments: [] };
  const departments = new Map(DEPARTMENTS.map((name) => [name as string, draw.id(now)]));
  const set = {
    clubName: CLUB,
    deskCode: desk.desk,
    deskName: '大堂前台',
    departments: [...departments.keys()],
    departmentIds: [...departments.values()],
    adminName: ADMIN.name,
    adminStaffNo: ADMIN.staffNo,
    shifts: DEMO_SETTINGS.shifts,
    adminId,
    credential,
  };
  desk.run(setUp, set, draw.id(now), now, admin);
  const staff = new Map<string, Actor>([[ADMIN.staffNo, admin]]);
  for (const { staffNo, name, roles, department, phone = '' } of STAFF) {
    const id = draw.id(now);
    const answersFor = department ? [departments.get(department) ?? ''] : [];
    const input = { id, staffNo, name, roles, departments: answersFor, phone, active: true, credential };
    desk.run(saveStaff, input, draw.id(now), now, admin);
    staff.set(staffNo, { id, name, roles, departments: answersFor });
  }
  return { staff, departments };
}
