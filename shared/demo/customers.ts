/** Customers of the demo club: visits that are past the retention time, and a notice that waits for a lead. */
import { addDays, instantOf } from '../core/time';
import { proposeFlag } from '../customers/flags';
import { emptyFields } from '../visits/fields';
import { registerVisit } from '../visits/register';
import { signOut } from '../visits/sign-out';
import type { DemoClub } from './club';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';
import type { Person } from './visits';

/** Days ago; the retention time is 24 months. */
const PAST = [
  { ago: 780, name: '欧阳若兰', phone: '13953201187', people: 2, details: '咨询会籍转让' },
  { ago: 771, name: '慕容德海', phone: '13853209962', people: 1, details: '领取活动资料' },
  { ago: 760, name: '欧阳若兰', phone: '13953201187', people: 3, details: '补办来宾证' },
] as const;

/** @param today business day */
export function demoCustomers(
  desk: PretendDesk,
  draw: Draw,
  club: DemoClub,
  today: string,
  waiting: Person | undefined,
): void {
  const clerk = club.staff.get('1001');
  if (!clerk) return;
  for (const { ago, details, ...person } of PAST) {
    const day = addDays(today, -ago);
    const [came, left] = [instantOf(`${day}T10:12`), instantOf(`${day}T10:40`)];
    const id = draw.id(came);
    const fields = { ...emptyFields(clerk.id, '咨询'), ...person, details };
    desk.run(registerVisit, { id, fields }, id, came, clerk);
    desk.run(signOut, { id, timeOut: '' }, draw.id(left), left, clerk);
  }
  if (!waiting) return;
  const at = instantOf(`${addDays(today, -1)}T16:20`);
  const id = draw.id(at);
  const { name, phone } = waiting;
  desk.run(
    proposeFlag,
    { id, name, phone, vip: false, focus: true, reason: '两次反映球包存放问题，请留意' },
    id,
    at,
    clerk,
  );
}
