/** Complaints of the demo club: archived ones, some under way in every state, a repeat, and a matter of many. */
import { answerComplaint } from '../complaints/answer';
import { archiveComplaint } from '../complaints/archive';
import { assignComplaint } from '../complaints/assign';
import { proposeHandler } from '../complaints/authority';
import { determineComplaint } from '../complaints/determine';
import { extendComplaint } from '../complaints/extend';
import { followUpComplaint } from '../complaints/follow-up';
import { gradeComplaint } from '../complaints/grade';
import { shownCriteria } from '../complaints/grading';
import { handleComplaint } from '../complaints/handle';
import { inquireComplaint } from '../complaints/inquire';
import { tellProgress } from '../complaints/notice';
import { EMPTY_COMPLAINT, type ReceiveFields } from '../complaints/receive-fields';
import { receiveComplaint } from '../complaints/receive';
import { reviewComplaint } from '../complaints/review';
import type { Complaint, Satisfaction } from '../complaints/schema';
import { solveComplaint } from '../complaints/solve';
import type { Actor, Command } from '../core/command';
import { addDays, civil, instantOf } from '../core/time';
import type { Department } from '../directory/schema';
import type { DemoClub } from './club';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';
import { makePerson } from './visits';

const HOUR = 3_600_000;

interface Case {
  readonly summary: string;
  readonly department: string;
  readonly wanted: string;
  readonly ground: string;
  readonly step: string;
  readonly answer: string;
}

const CASES: readonly Case[] = [
  {
    summary: '更衣室热水不热，洗澡等了二十分钟',
    department: '工程部',
    wanted: '道歉并尽快修好',
    ground: '锅炉温控故障，属实',
    step: '工程部更换温控器，试水正常',
    answer: '已修复并致歉，赠饮品券一张',
  },
  {
    summary: '餐厅上菜慢，点餐四十分钟未上主菜',
    department: '餐饮部',
    wanted: '减免部分餐费',
    ground: '后厨漏单，属实',
    step: '核对点餐单，减免该道菜',
    answer: '已减免并致歉，后厨改用叫号屏',
  },
  {
    summary: '教练迟到二十分钟，课时没有顺延',
    department: '教练部',
    wanted: '补足课时',
    ground: '教练上一节课超时，属实',
    step: '教练部补排二十分钟课时',
    answer: '已补课时并由教练当面致歉',
  },
  {
    summary: '球车半路没电，走回会所',
    department: '球场部',
    wanted: '退球车费',
    ground: '出车前未检查电量，属实',
    step: '退还球车费，出车检查表增加电量一项',
    answer: '已退球车费并致歉',
  },
  {
    summary: '果岭打孔期间未提前告知，影响打球',
    department: '球场部',
    wanted: '补偿果岭券',
    ground: '公告已在一周前张贴并短信告知，属计划内养护',
    step: '调取公告和短信记录',
    answer: '说明养护计划和告知情况，客户理解',
  },
];

const MANY: readonly string[] = [
  '周末开球等候超过四十分钟，出发台没有人说明',
  '开球等候太久，出发台排队没人管',
  '预订九点，开球等候到九点四十分，出发台说前面还有三组',
  '出发台安排混乱，开球等候很久',
  '开球等候时间太长，出发台没有解释',
];

const after = (at: string, hours: number): string => new Date(Date.parse(at) + hours * HOUR).toISOString();

/** How far a complaint has come. */
type Reach = 'received' | 'determined' | 'handling' | 'solved' | 'reviewed' | 'archived';
const WAY: readonly Reach[] = ['received', 'determined', 'handling', 'solved', 'reviewed', 'archived'];

class Desk {
  constructor(
    private readonly desk: PretendDesk,
    private readonly draw: Draw,
    private readonly club: DemoClub,
    readonly clerk: Actor,
    readonly lead: Actor,
  ) {}

  run<I>(command: Command<I>, input: I, at: string, actor: Actor = this.clerk): void {
    this.desk.run(command, input, this.draw.id(at), at, actor);
  }

  of(id: string): Complaint {
    return this.desk.records.get(id) as Complaint;
  }

  departmentId(name: string): string {
    return this.club.departments.get(name) ?? '';
  }

  receive(at: string, fields: Partial<ReceiveFields>): string {
    const id = this.draw.id(at);
    const person = makePerson(this.draw);
    const channel = this.draw.one(['inPerson', 'phone', 'phone', 'wechat'] as const);
    const all: ReceiveFields = {
      ...EMPTY_COMPLAINT,
      name: person.name,
      phone: person.phone,
      identity: this.draw.chance(0.5) ? 'member' : 'guest',
      channel,
      apologised: true,
      ...fields,
    };
    this.desk.run(receiveComplaint, { id, fields: all, origin: null }, id, at, this.clerk);
    return id;
  }

  /** The ordinary way from the receipt at `at`, a few hours a step. */
  walk(
    id: string,
    at: string,
    { ground, step, answer }: Case,
    reach: Reach,
    said: Satisfaction = 'satisfied',
  ): void {
    const goes = (to: Reach): boolean => WAY.indexOf(reach) >= WAY.indexOf(to);
    if (!goes('determined')) return;
    const kind = ground.includes('计划内') ? ('notResponsible' as const) : ('responsible' as const);
    this.run(determineComplaint, { id, kind, ground }, after(at, 2));
    if (!goes('handling')) return;
    if (kind === 'responsible') {
      const criteria = shownCriteria(this.of(id), after(at, 3));
      const grade = criteria.length > 0 ? ('serious' as const) : ('ordinary' as const);
      this.run(gradeComplaint, { id, grade, criteria, reason: '' }, after(at, 3), this.lead);
    }
    const departments = [...this.desk.records.values()].filter(
      (doc): doc is Department => doc.kind === 'department',
    );
    const { handler } = proposeHandler(this.of(id), departments);
    this.run(assignComplaint, { id, ...handler, person: this.lead.name, reason: '' }, after(at, 4));
    this.run(handleComplaint, { id, text: step, compensation: '', amount: '' }, after(at, 8));
    if (!goes('solved')) return;
    this.run(tellProgress, { id, when: '', how: 'phone', text: '正在处理，今天给您答复' }, after(at, 18));
    this.run(answerComplaint, { id, when: '', how: 'phone', text: answer }, after(at, 26));
    this.run(solveComplaint, { id, when: '', result: '客户接受处理结果' }, after(at, 27));
    if (!goes('reviewed')) return;
    this.run(reviewComplaint, { id, opinion: '处理及时，答复清楚', reason: '' }, after(at, 28), this.lead);
    if (!goes('archived')) return;
    this.run(
      followUpComplaint,
      { id, result: said, note: said === 'satisfied' ? '' : '希望以后更快' },
      after(at, 52),
    );
    this.run(archiveComplaint, { id, archiveNo: this.of(id).body.no ?? '' }, after(at, 53));
  }
}

/** The civil time `HH:mm` so many days ago, or a day earlier when that is still to come. */
function timeOf(now: string, daysAgo: number, time: string): string {
  const at = instantOf(`${addDays(civil(now).slice(0, 10), -daysAgo)}T${time}`);
  return at < now ? at : after(at, -24);
}

interface Begun {
  readonly at: string;
  readonly one: Case;
  readonly fields: Partial<ReceiveFields>;
  /** What happens to it after the receipt. */
  readonly then?: (id: string, at: string) => void;
}

/** A month of complaints up to `now`; the same dice give the same ones. */
export function demoComplaints(plain: PretendDesk, draw: Draw, club: DemoClub, now: string): void {
  const clerk = club.staff.get('1001');
  const lead = club.staff.get('1002');
  const [heat, food, coach, cart] = CASES;
  if (!clerk || !lead || !heat || !food || !coach || !cart) return;
  const desk = new Desk(plain, draw, club, clerk, lead);
  const begun: Begun[] = [];
  const add = (
    daysAgo: number,
    time: string,
    one: Case,
    fields: Partial<ReceiveFields> = {},
    then?: Begun['then'],
  ): void => {
    begun.push({ at: timeOf(now, daysAgo, time), one, fields, ...(then ? { then } : {}) });
  };
  const walked =
    (one: Case, reach: Reach, said?: Satisfaction): Begun['then'] =>
    (id, at) =>
      desk.walk(id, at, one, reach, said);

  for (const [index, daysAgo] of [27, 24, 21, 18, 15, 11, 8].entries()) {
    const one = CASES[index % CASES.length];
    if (one)
      add(daysAgo, '10:20', one, {}, walked(one, 'archived', index % 3 === 1 ? 'mostly' : 'satisfied'));
  }
  // The same customer again, because nobody answered in time.
  const again = { name: '曹伟', phone: '13900001357', identity: 'member' as const };
  add(4, '11:05', cart, { ...again, wanted: '退球车费并说明' });
  add(1, '15:40', cart, { ...again, summary: '上次球车半路没电的事还没有答复，退费也没有到账' });
  const slippery = { ...heat, ground: '地面未放防滑垫，属实', step: '陪同就医，铺设防滑垫' };
  add(
    2,
    '09:30',
    slippery,
    {
      summary: '女更衣室地面湿滑，客人摔伤手腕',
      wanted: '承担医药费',
      channel: 'authority',
      referenceKind: 'hotline12345',
      referenceNo: '2026-11-4471',
      referenceDeadline: after(now, 40),
    },
    (id, at) => {
      desk.walk(id, at, slippery, 'handling');
      desk.run(tellProgress, { id, when: '', how: 'phone', text: '已陪同就医，正在核定费用' }, after(at, 20));
      const until = after(at, 120);
      desk.run(
        extendComplaint,
        { id, until, reason: '等待医院票据', told: true, how: 'phone' },
        after(at, 21),
        lead,
      );
      const question = '防滑垫为何迟迟没有到位？';
      desk.run(inquireComplaint, { id, department: desk.departmentId('工程部'), question }, after(at, 22));
    },
  );
  add(2, '08:40', food, {}, walked(food, 'solved'));
  add(3, '13:10', coach, {}, walked(coach, 'reviewed'));
  add(1, '18:30', food, { summary: '买饮料少找了十元零钱' }, walked(food, 'determined'));
  // Five customers on one matter within the week; nobody has confirmed it yet.
  for (const [index, summary] of MANY.entries())
    add([3, 3, 2, 1, 0][index] ?? 0, `09:${String(15 + index * 9)}`, cart, {
      summary,
      wanted: '说明原因，退部分果岭费',
    });

  begun.sort((a, b) => a.at.localeCompare(b.at));
  const taken = begun.map(({ at, one, fields, then }) => {
    const { summary, wanted } = one;
    const department = desk.departmentId(one.department);
    return { at, then, id: desk.receive(at, { summary, wanted, department, ...fields }) };
  });
  for (const { at, then, id } of taken) then?.(id, at);
}
