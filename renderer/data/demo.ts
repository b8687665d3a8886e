/** Fills an empty profile with the demo club. */
import { v7 } from 'uuid';
import type { Context } from '@shared/core/command';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { businessDay } from '@shared/core/time';
import { saveStaff } from '@shared/directory/save-staff';
import { setUp } from '@shared/directory/set-up';
import { currentState } from './checkpoint';
import { nowIso } from './clock';
import { runCommand } from './gateway';
import { host } from './host';
import { beginJournal } from './recover';
import { useSession } from './session';

const STAFF = [
  { staffNo: '1001', name: '林晓彤', roles: ['clerk'] },
  { staffNo: '1002', name: '周立', roles: ['lead'] },
  { staffNo: '1003', name: '赵一鸣', roles: ['clerk'] },
  { staffNo: '1004', name: '孙倩', roles: ['lead'] },
  { staffNo: '2001', name: '高远', roles: ['manager'] },
  { staffNo: '2002', name: '何静', roles: ['hr'] },
] as const;

/** Makes the demo club; afterwards the sign-in page shows. */
export async function fillDemo(): Promise<void> {
  await beginJournal('A');
  useSession.setState({ desk: currentState()?.desk ?? '' });
  const adminId = v7();
  const now = nowIso();
  const names = ['前台', '会籍部', '球场部', '教练部', '餐饮部', '工程部', '财务部', '人事行政部'];
  const context: Context = {
    actId: v7(),
    now,
    day: businessDay(now, DEFAULT_SETTINGS.cutOffHour),
    desk: 'A',
    actor: { id: adminId, name: '系统管理员', roles: ['admin'], departments: [] },
    witnesses: [],
    settings: DEFAULT_SETTINGS,
  };
  const credential = await host.call('pin.hash', '246810');
  await runCommand(
    setUp,
    {
      clubName: '青岛海湾高尔夫俱乐部',
      deskCode: 'A',
      deskName: '大堂前台',
      departments: names,
      shifts: DEFAULT_SETTINGS.shifts,
      departmentIds: names.map(() => v7()),
      adminName: '系统管理员',
      adminStaffNo: '9001',
      adminId,
      credential,
    },
    { context },
  );
  for (const { staffNo, name, roles } of STAFF) {
    const input = { id: v7(), staffNo, name, roles, phone: '', departments: [], active: true, credential };
    await runCommand(saveStaff, input, { context: { ...context, actId: v7() } });
  }
}
