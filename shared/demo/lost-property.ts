/** Found things, claims, a handover and loss reports of the demo club. */
import type { Actor, Witness } from '../core/command';
import { addDays, instantOf } from '../core/time';
import { claimItem } from '../lost-property/claim';
import { emptyClaim } from '../lost-property/claim-fields';
import { emptyFound } from '../lost-property/found-fields';
import { handOver } from '../lost-property/handover';
import { addPhoto } from '../lost-property/photos';
import { registerItem } from '../lost-property/register-item';
import { emptyReport } from '../lost-property/report-fields';
import { reportLoss } from '../lost-property/report-loss';
import type { FoundItem } from '../lost-property/schema';
import type { DemoClub } from './club';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';
import { makePerson } from './visits';
import { LOST_THINGS } from './words';

const categoryOf: Readonly<Record<string, string>> = {
  雨伞: '雨伞',
  '7 号铁杆': '球杆球具',
  棒球帽: '衣物鞋帽',
  阅读眼镜: '眼镜',
  车钥匙: '钥匙',
  充电宝: '手机数码',
  手套: '球杆球具',
  水杯: '水杯',
  手表: '手表首饰',
  金戒指: '手表首饰',
};

function witnessOf({ id, name, roles }: Actor, at: string): Witness {
  return { staff: id, name, roles, at };
}

/** One found thing at `at`; valuables have a second person, a sealed bag and the safe. */
function found(desk: PretendDesk, draw: Draw, clerk: Actor, second: Actor, at: string): string {
  const thing = draw.one(LOST_THINGS);
  const valuable = thing.kind === 'valuable';
  const id = draw.id(at);
  const fields = {
    ...emptyFound(
      draw.one(['保洁 王秀兰', '球童 赵强', '服务员 刘敏', '教练 高明']),
      categoryOf[thing.name] ?? '其他',
      valuable ? '保险柜' : '前台储物柜',
    ),
    name: thing.name,
    place: thing.place,
    valueKind: thing.kind,
    bagNo: valuable ? draw.digits(4) : '',
    features: [
      { kind: 'colour' as const, text: thing.feature, hidden: false },
      ...(valuable ? [{ kind: 'mark' as const, text: `背面刻有 ${draw.digits(4)}`, hidden: true }] : []),
    ],
  };
  const witnesses = valuable ? [witnessOf(second, at)] : [];
  desk.run(
    registerItem,
    { id, fields, signature: { mode: 'paper', archiveNo: `SWD-${draw.digits(5)}` } },
    id,
    at,
    clerk,
    witnesses,
  );
  return id;
}

function claimed(desk: PretendDesk, draw: Draw, id: string, clerk: Actor, second: Actor, at: string): void {
  const item = desk.records.get(id) as FoundItem;
  const person = makePerson(draw);
  const fields = {
    ...emptyClaim(item.body.features.length, item.body.quantity),
    features: item.body.features.map(() => true),
    counted: true,
    identity: 'document' as const,
    name: person.name,
    phone: person.phone,
    last4: draw.digits(4),
  };
  const witnesses = item.body.valueKind === 'valuable' ? [witnessOf(second, at)] : [];
  desk.run(
    claimItem,
    { id, report: '', fields, signature: { mode: 'paper', archiveNo: `RL-${draw.digits(5)}` } },
    draw.id(at),
    at,
    clerk,
    witnesses,
  );
}

export interface LostYearsOptions {
  /** Business days, oldest first. */
  readonly days: readonly string[];
  readonly perDay: number;
  readonly club: DemoClub;
  /** Photos already stored, one for each thing found, in order. */
  readonly photos: readonly { readonly sha: string; readonly bytes: number }[];
}

/** Years of lost property for benches: nearly half is claimed, the rest goes to HR when its time is up. */
export function demoLostYears(desk: PretendDesk, draw: Draw, options: LostYearsOptions): void {
  const clerk = options.club.staff.get('1001');
  const lead = options.club.staff.get('1002');
  const hr = options.club.staff.get('3001');
  if (!clerk || !lead || !hr) return;
  let held: string[] = [];
  let taken = 0;
  for (const day of options.days) {
    for (let index = 0; index < options.perDay; index += 1) {
      const at = instantOf(`${day}T${String(9 + index).padStart(2, '0')}:15`);
      const id = found(desk, draw, clerk, lead, at);
      const photo = options.photos[taken];
      taken += 1;
      if (photo)
        desk.run(
          addPhoto,
          { id, photo: draw.id(at), ...photo, width: 1280, height: 960 },
          draw.id(at),
          at,
          clerk,
        );
      if (draw.chance(0.45)) claimed(desk, draw, id, clerk, lead, instantOf(`${day}T19:00`));
      else held.push(id);
    }
    if (!day.endsWith('-01')) continue;
    const at = instantOf(`${day}T20:00`);
    const due = held.filter(
      (id) => (desk.records.get(id)?.day ?? day) <= addDays(day, -desk.settings.lostItemDays),
    );
    held = held.filter((id) => !due.includes(id));
    if (due.length === 0) continue;
    const input = {
      id: draw.id(at),
      items: due,
      receiverName: hr.name,
      receiver: { mode: 'pin' as const, staff: hr.id },
    };
    desk.run(handOver, input, input.id, at, clerk, [witnessOf(hr, at)]);
  }
}

/** A month of lost property up to `now`: some claimed, the old ones handed over, the last weeks still held. */
export function demoLostProperty(
  desk: PretendDesk,
  draw: Draw,
  club: DemoClub,
  days: readonly string[],
  now: string,
): void {
  const clerk = club.staff.get('1001');
  const lead = club.staff.get('1002');
  const hr = club.staff.get('3001');
  if (!clerk || !lead || !hr) return;
  for (const day of days) {
    for (let index = draw.whole(0, 2); index > 0; index -= 1) {
      const at = instantOf(
        `${day}T${String(draw.whole(8, 19)).padStart(2, '0')}:${String(draw.whole(10, 59))}`,
      );
      if (at > now) continue;
      const id = found(desk, draw, clerk, lead, at);
      const claimedAt = new Date(Date.parse(at) + draw.whole(1, 100) * 3_600_000).toISOString();
      if (draw.chance(0.45) && claimedAt <= now) claimed(desk, draw, id, clerk, lead, claimedAt);
    }
    if (day !== days[Math.floor(days.length * 0.8)]) continue;
    // One handover, a few days late for some, so that others are due now.
    const at = instantOf(`${day}T10:00`);
    const old = [...desk.records.values()].filter(
      (record) =>
        record.kind === 'foundItem' &&
        record.status === 'held' &&
        record.day <= addDays(day, -desk.settings.lostItemDays),
    );
    if (old.length === 0) continue;
    const input = {
      id: draw.id(at),
      items: old.map(({ id }) => id),
      receiverName: hr.name,
      receiver: { mode: 'pin' as const, staff: hr.id },
    };
    desk.run(handOver, input, input.id, at, clerk, [witnessOf(hr, at)]);
  }
  for (const [name, place, ago] of [
    ['手表', '更衣室', 2],
    ['充电宝', '大堂', 1],
  ] as const) {
    const day = days.at(-1 - ago) ?? '';
    const at = instantOf(`${day}T18:10`);
    const person = makePerson(draw);
    const fields = {
      ...emptyReport(categoryOf[name] ?? '其他', day),
      ownerName: person.name,
      ownerPhone: person.phone,
      name,
      place,
    };
    const id = draw.id(at);
    desk.run(reportLoss, { id, fields }, id, at, clerk);
  }
}
