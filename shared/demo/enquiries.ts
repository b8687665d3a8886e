/** Calls and messages of the demo club, and its standard replies. */
import type { Actor } from '../core/command';
import type { Envelope } from '../core/envelope';
import { addDays, instantOf } from '../core/time';
import { callBack } from '../enquiries/call-back';
import { emptyEnquiry, type EnquiryFields } from '../enquiries/fields';
import { registerEnquiry } from '../enquiries/register';
import { saveReply } from '../replies/save-reply';
import { DEMO_SETTINGS, type DemoClub } from './club';
import { PretendDesk } from './pretend-desk';
import { Draw } from './random';
import { makePerson } from './visits';
import type { YearsOptions } from './years';

const REPLIES = [
  {
    situation: '练习场营业时间与预订',
    category: '营业与预订',
    wording: '练习场每天 7:30–21:30 开放，周末和节假日请提前一天电话预订，会员可提前三天。',
    forbidden: ['没位置了'],
  },
  {
    situation: '会员卡遗失补办',
    category: '会员业务',
    wording: '请本人带有效证件到前台办理挂失，三个工作日内补办新卡，工本费 50 元，余额不受影响。',
    forbidden: [],
  },
  {
    situation: '发票开具',
    category: '收费与发票',
    wording: '消费当月可凭小票开具电子发票，请提供抬头和税号；储值时只能开不征税发票，消费后不再重复开票。',
    forbidden: ['开不了'],
  },
  {
    situation: '遗失物品查询',
    category: '失物招领',
    wording: '请说一下物品特征和遗失的时间、地点，我现在为您查询；找到后凭身份证件到前台认领。',
    forbidden: ['没看见'],
  },
  {
    situation: '雨天球场开放',
    category: '球场与练习场',
    wording: '小雨照常开放；雷电预警时停打，已付果岭费未打满三洞可改期一次。',
    forbidden: [],
  },
] as const;

/** What people ask, with the reply (its place above) that answers it; null: answered in own words. */
const QUESTIONS = [
  ['question', '周末下午练习场还有位置吗，要提前多久预订？', 0],
  ['question', '会员卡丢了，怎么补办？', 1],
  ['question', '上周的消费想开发票，需要什么资料？', 2],
  ['help', '昨天可能把手表落在更衣室了，请帮忙找找。', 3],
  ['question', '明天有雨，球场开放吗？', 4],
  ['suggestion', '建议更衣室多放几把雨伞。', null],
  ['repair', '二楼男更衣室 12 号淋浴没有热水。', null],
  ['praise', '球童赵强服务很好，特来表扬。', null],
  ['order', '想订两盒练习用球，到货请通知。', null],
  ['doubt', '账单上的手推车费是不是多收了一次？', null],
] as const satisfies readonly (readonly [string, string, number | null])[];

const CHANNELS = ['phone', 'phone', 'phone', 'phone', 'online', 'wechat', 'website', 'email'] as const;

interface DemoReply {
  readonly id: string;
  readonly wording: string;
}

/** One call or message at `at`, answered unless `changed` says otherwise. @returns its id */
function demoEnquiry(
  desk: PretendDesk,
  draw: Draw,
  clerks: readonly Actor[],
  replies: readonly DemoReply[],
  at: string,
  changed: Partial<EnquiryFields>,
): string {
  const id = draw.id(at);
  const clerk = draw.one(clerks);
  const [category, summary, reply] = draw.one(QUESTIONS);
  const person = makePerson(draw);
  const channel = draw.one(CHANNELS);
  const used = reply === null ? undefined : replies[reply];
  const fields: EnquiryFields = {
    ...emptyEnquiry(clerk.id),
    channel,
    category,
    name: person.name,
    phone: person.phone,
    identity: draw.one(['member', 'guest', 'guest', 'other']),
    summary,
    answer: used?.wording ?? '已记录并告知处理办法，转相关部门跟进。',
    firstReply: channel === 'phone' ? null : draw.whole(4, 75),
    lateRings: channel === 'phone' && draw.whole(1, 20) === 1,
    replies: used ? [used.id] : [],
    ...changed,
  };
  desk.run(registerEnquiry, { id, fields, origin: null }, id, at, clerk);
  return id;
}

const anyTime = (draw: Draw, day: string): string =>
  instantOf(`${day}T${String(draw.whole(9, 19)).padStart(2, '0')}:${draw.whole(10, 59)}`);

/** Years of answered enquiries, day by day, for benches: documents as the command leaves them. */
export function* demoEnquiryYears({
  until,
  days,
  perDay,
  club,
}: YearsOptions): Generator<readonly Envelope[]> {
  const draw = new Draw(11);
  const desk = new PretendDesk('A', DEMO_SETTINGS);
  const clerks = ['1001', '1003'].flatMap((number) => club.staff.get(number) ?? []);
  for (let index = days - 1; index >= 0; index -= 1) {
    const day = addDays(until, -index);
    for (let one = 0; one < perDay; one += 1) demoEnquiry(desk, draw, clerks, [], anyTime(draw, day), {});
    yield [...desk.records.values()];
    desk.records.clear();
    desk.takeActs();
  }
}

/** Replies stand from the first day; each day brings some calls, today one that waits for a call and one for an answer. */
export function demoEnquiries(
  desk: PretendDesk,
  draw: Draw,
  club: DemoClub,
  days: readonly string[],
  now: string,
): void {
  const lead = club.staff.get('1002');
  const clerks = ['1001', '1003'].flatMap((number) => club.staff.get(number) ?? []);
  const first = days[0];
  if (!lead || clerks.length === 0 || !first) return;
  const opened = instantOf(`${first}T09:00`);
  const replies = REPLIES.map((fields) => {
    const id = draw.id(opened);
    desk.run(saveReply, { id, fields, source: null }, id, opened, lead);
    return { id, wording: fields.wording };
  });
  const register = (at: string, changed: Partial<EnquiryFields>): string =>
    demoEnquiry(desk, draw, clerks, replies, at, changed);
  for (const day of days) {
    const count = draw.whole(2, 5);
    for (let one = 0; one < count; one += 1) {
      const at = anyTime(draw, day);
      if (at < now) register(at, {});
    }
  }
  // Somebody called yesterday in vain and was called again; two wait today.
  const yesterday = addDays(days.at(-1) ?? first, -1);
  const called = instantOf(`${yesterday}T10:20`);
  const again = register(called, { outcome: 'callBack', answer: '', replies: [] });
  for (const [time, result, answer] of [
    ['T11:05', 'noAnswer', ''],
    ['T11:50', 'reached', '已向客户说明，客户表示清楚。'],
  ] as const) {
    const at = instantOf(`${yesterday}${time}`);
    const input = { id: again, result, answer, note: '', nextAt: '', replies: [] };
    desk.run(callBack, input, draw.id(at), at, clerks[0] ?? lead);
  }
  const before = (minutes: number): string => new Date(Date.parse(now) - minutes * 60_000).toISOString();
  register(before(95), { channel: 'phone', outcome: 'callBack', answer: '', replies: [] });
  register(before(40), { channel: 'website', outcome: 'pending', answer: '', replies: [], firstReply: null });
}
