/** One month of the demo club, up to now. */
import type { Act } from '../core/command';
import { addDays, businessDay, instantOf } from '../core/time';
import type { PinRecord } from '../host';
import { markCustomer } from '../visits/mark-customer';
import { demoClub, DEMO_SETTINGS } from './club';
import { demoCustomers } from './customers';
import { demoEnquiries } from './enquiries';
import { demoComplaints } from './complaints';
import { demoFollowUp } from './follow-up';
import { demoIncidents, demoInspections } from './incidents';
import { demoLostProperty } from './lost-property';
import { PretendDesk } from './pretend-desk';
import { Draw } from './random';
import { demoAttendance, demoLeaves, demoRoster } from './roster';
import { demoMeeting } from './meetings';
import { demoShiftLog } from './shift-log';
import { demoShop } from './shop';
import { demoTalks } from './talks';
import { demoDay, type Person } from './visits';
import { demoWorkOrders } from './work-orders';

const DAYS = 30;

/** Acts of the demo month, oldest first; the same seed and time give the same acts. */
export function demoMonth(now: string, credential: PinRecord, seed = 20_261_121): readonly Act[] {
  const draw = new Draw(seed);
  const desk = new PretendDesk('A', DEMO_SETTINGS);
  const today = businessDay(now, DEMO_SETTINGS.cutOffHour);
  const days = Array.from({ length: DAYS }, (_, index) => addDays(today, index + 1 - DAYS));
  const opened = instantOf(`${days[0] ?? today}T06:00`);
  const club = demoClub(desk, draw, opened, credential);
  const regulars: Person[] = [];
  for (const day of days) {
    const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    demoDay(desk, draw, club, regulars, {
      day,
      now,
      count: weekend ? draw.whole(38, 55) : draw.whole(20, 34),
    });
  }
  const lead = club.staff.get('1002');
  const [vip, focus, waiting] = regulars;
  if (lead && vip && focus) {
    const at = instantOf(`${days[2] ?? today}T12:00`);
    const mark = (person: Person, isVip: boolean, reason: string): void => {
      const id = draw.id(at);
      desk.run(
        markCustomer,
        { id, name: person.name, phone: person.phone, vip: isVip, focus: !isVip, reason },
        id,
        at,
        lead,
      );
    };
    mark(vip, true, '');
    mark(focus, false, '上月投诉未解决，请主管接待');
  }
  demoLostProperty(desk, draw, club, days, now);
  // Their own dice: what the shop sells or who calls does not change who visits.
  demoRoster(desk, new Draw(seed + 2), club, days, now);
  demoAttendance(desk, new Draw(seed + 3), club, days, now);
  demoLeaves(desk, new Draw(seed + 31), club, days, now);
  demoEnquiries(desk, new Draw(seed + 3), club, days, now);
  demoShop(desk, new Draw(seed + 1), club, days, now);
  demoWorkOrders(desk, new Draw(seed + 12), club, days, now);
  demoShiftLog(desk, new Draw(seed + 4), club, today, now);
  demoMeeting(desk, new Draw(seed + 5), club, today, now);
  demoTalks(desk, new Draw(seed + 13), club, now);
  demoComplaints(desk, new Draw(seed + 9), club, now);
  demoFollowUp(desk, new Draw(seed + 17), club, days, now);
  demoIncidents(desk, new Draw(seed + 21), club, now);
  demoInspections(desk, new Draw(seed + 22), club, now);
  demoCustomers(desk, new Draw(seed + 23), club, today, waiting);
  return [...desk.takeActs()].sort((a, b) => a.at.localeCompare(b.at));
}
