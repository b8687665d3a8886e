/** Talks of the demo club: one archived, one whose agreed time is near, one to approve, one sent back. */
import { approveTalk, sendBackTalk } from '../talks/decide';
import { emptyTalk } from '../talks/fields';
import { archiveTalk, fileTalkPaper, solveTalk } from '../talks/finish';
import { recordTalk } from '../talks/record-talk';
import type { Ground } from '../talks/schema';
import type { DemoClub } from './club';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';
import { makePerson } from './visits';

interface Told {
  readonly ground: Ground;
  readonly summary: string;
  readonly request: string;
  readonly weSaid: string;
  /** Hours before now at which it was held, and after now at which something was agreed. */
  readonly ago: number;
  readonly agreed: number;
  readonly until: 'open' | 'returned' | 'approved' | 'archived';
}

const TALKS: readonly Told[] = [
  {
    ground: 'compensation',
    summary: '球车碰撞会员球包，一支木杆杆面开裂',
    request: '按原价赔偿木杆',
    weSaid: '送修检测，按检测结果赔付，费用由俱乐部承担',
    ago: 240,
    agreed: -170,
    until: 'archived',
  },
  {
    ground: 'contract',
    summary: '会员因外派要求会籍延期一年',
    request: '会籍有效期顺延一年，不另收费',
    weSaid: '会籍部按外派证明办理停卡，有效期顺延',
    ago: 24,
    agreed: 3,
    until: 'approved',
  },
  {
    ground: 'twoAnswers',
    summary: '练习场改造期间打位不足，两次答复客户均不接受',
    request: '改造期间练习卡停计',
    weSaid: '改造期间按实际关闭天数顺延练习卡',
    ago: 2,
    agreed: 50,
    until: 'open',
  },
  {
    ground: 'design',
    summary: '储物柜改换位置，客户要求换回原位',
    request: '换回一楼 A 区储物柜',
    weSaid: 'A 区腾出后优先调换',
    ago: 22,
    agreed: 74,
    until: 'returned',
  },
];

export function demoTalks(desk: PretendDesk, draw: Draw, club: DemoClub, now: string): void {
  const clerk = club.staff.get('1001');
  const lead = club.staff.get('1002');
  if (!clerk || !lead) return;
  const at = (hours: number): string => new Date(Date.parse(now) + hours * 3_600_000).toISOString();
  for (const told of TALKS) {
    const person = makePerson(draw);
    const held = at(-told.ago);
    const id = draw.id(held);
    const agreedAt = at(told.agreed);
    const fields = {
      ...emptyTalk,
      name: person.name,
      phone: person.phone,
      identity: 'member' as const,
      ground: told.ground,
      place: '会员接待室',
      summary: told.summary,
      request: told.request,
      weSaid: told.weSaid,
      agreedAt,
      handler: lead.name,
    };
    const signature = { mode: 'paper' as const, archiveNo: '' };
    desk.run(recordTalk, { id, fields, signature, origin: null }, id, held, clerk);
    const next = (hours: number): readonly [string, string] => {
      const when = at(-told.ago + hours);
      return [draw.id(when), when];
    };
    if (told.until === 'returned')
      desk.run(sendBackTalk, { id, reason: '请写明 A 区腾出的时间' }, ...next(2), lead);
    if (told.until !== 'approved' && told.until !== 'archived') continue;
    desk.run(approveTalk, { id, handler: lead.name, agreedAt, note: '' }, ...next(1), lead);
    desk.run(fileTalkPaper, { id, archiveNo: `ZQ-${draw.digits(4)}` }, ...next(3), clerk);
    if (told.until !== 'archived') continue;
    desk.run(solveTalk, { id, result: '检测后赔付 1,280 元，客户签收' }, ...next(70), clerk);
    desk.run(archiveTalk, { id, archiveNo: `QT-${draw.digits(4)}`, unsignedReason: '' }, ...next(96), clerk);
  }
}
