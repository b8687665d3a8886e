/** Work orders of the demo club: a month of closed ones, and in the last days one of every kind of trouble. */
import type { Actor } from '../core/command';
import { instantOf } from '../core/time';
import { confirmOrder } from '../work-orders/confirm';
import { dispatchOrder } from '../work-orders/dispatch';
import { askForExtension } from '../work-orders/extension';
import { emptyOrder } from '../work-orders/fields';
import { acceptPart, finishPart, handBackPart, tellProgress } from '../work-orders/part-steps';
import type { WorkOrder } from '../work-orders/schema';
import type { DemoClub } from './club';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';
import { makePerson } from './visits';

const MINUTE = 60_000;

interface Job {
  readonly category: string;
  readonly summary: string;
  /** Department names. */
  readonly departments: readonly string[];
  readonly done: string;
}

const JOBS: readonly Job[] = [
  {
    category: '报修',
    summary: '练习场 12 号打位发球机不出球',
    departments: ['工程部'],
    done: '已更换皮带，试打正常',
  },
  {
    category: '报修',
    summary: '男更衣室 3 号淋浴水温不稳',
    departments: ['工程部'],
    done: '已调混水阀，连续测试正常',
  },
  { category: '求助', summary: '会员球包托运到酒店', departments: ['球场部'], done: '已交快递并告知单号' },
  {
    category: '咨询',
    summary: '询问暑期青少年班的时间和教练',
    departments: ['教练部'],
    done: '已电话介绍并约试课',
  },
  {
    category: '会员业务',
    summary: '会员卡消磁，请补写卡并核对有效期',
    departments: ['会籍部'],
    done: '已补写，有效期核对无误',
  },
  { category: '建议', summary: '建议出发台增加遮阳伞', departments: ['球场部'], done: '已列入本月采购' },
  {
    category: '投诉处理',
    summary: '餐厅上菜慢，结账金额与点单不符',
    departments: ['餐饮部'],
    done: '已核单退差额，当面致歉',
  },
];

/** Orders open in the last days, each waiting for something else; hours before now. */
const OPEN = [
  { job: 0, ago: 1.2, state: 'dispatched' },
  { job: 1, ago: 20, state: 'inProgress' },
  { job: 3, ago: 23, state: 'done' },
  { job: 6, ago: 21.5, state: 'returned' },
  { job: 4, ago: 22, state: 'extension' },
  { job: 5, ago: 1.6, state: 'two' },
] as const;

class OrderDesk {
  constructor(
    private readonly desk: PretendDesk,
    private readonly draw: Draw,
    private readonly club: DemoClub,
    private readonly clerk: Actor,
  ) {}

  /** Ids of the named departments that this club has. */
  private departments(names: readonly string[]): readonly string[] {
    const found = names.flatMap((name) => this.club.departments.get(name) ?? []);
    return found.length > 0 ? found : [...this.club.departments.values()].slice(0, 1);
  }

  dispatch(job: Job, at: string, extra: readonly string[] = []): string {
    const { desk, draw, clerk } = this;
    const person = makePerson(draw);
    const id = draw.id(at);
    const departments = [...new Set(this.departments([...job.departments, ...extra]))];
    const fields = {
      ...emptyOrder(job.category),
      name: person.name,
      phone: person.phone,
      summary: job.summary,
      parts: departments.map((department) => ({
        department,
        assignee: '',
        content: job.summary,
        due: '',
      })),
    };
    desk.run(dispatchOrder, { id, fields, origin: null }, id, at, clerk);
    return id;
  }

  private told(
    id: string,
    part = 0,
  ): { readonly id: string; readonly part: string; readonly toldBy: string } {
    const order = this.desk.records.get(id) as WorkOrder;
    return { id, part: order.body.parts[part]?.id ?? '', toldBy: '值班员' };
  }

  accept(id: string, at: string, part = 0): void {
    const assignee = this.draw.one(['刘师傅', '吴经理', '高教练', '李主管']);
    this.desk.run(
      acceptPart,
      { ...this.told(id, part), assignee, visit: '' },
      this.draw.id(at),
      at,
      this.clerk,
    );
  }

  say(id: string, text: string, at: string, part = 0): void {
    this.desk.run(tellProgress, { ...this.told(id, part), text }, this.draw.id(at), at, this.clerk);
  }

  finish(id: string, text: string, at: string, part = 0): void {
    this.desk.run(finishPart, { ...this.told(id, part), text }, this.draw.id(at), at, this.clerk);
  }

  handBack(id: string, reason: string, at: string): void {
    this.desk.run(handBackPart, { ...this.told(id), reason }, this.draw.id(at), at, this.clerk);
  }

  extend(id: string, to: string, reason: string, at: string): void {
    this.desk.run(askForExtension, { ...this.told(id), to, reason }, this.draw.id(at), at, this.clerk);
  }

  confirm(id: string, at: string): void {
    const result = this.draw.chance(0.75) ? ('satisfied' as const) : ('basic' as const);
    this.desk.run(
      confirmOrder,
      { id, way: 'phone', result, note: '', close: true, reopen: [], due: '' },
      this.draw.id(at),
      at,
      this.clerk,
    );
  }
}

export function demoWorkOrders(
  desk: PretendDesk,
  draw: Draw,
  club: DemoClub,
  days: readonly string[],
  now: string,
): void {
  const clerks = ['1001', '1003', '1004'].map((no) => club.staff.get(no)).filter((one) => one !== undefined);
  const first = clerks[0];
  if (!first) return;
  for (const day of days.slice(0, -3)) {
    if (!draw.chance(0.6)) continue;
    const at = instantOf(`${day}T${String(draw.whole(9, 17)).padStart(2, '0')}:${draw.whole(10, 59)}`);
    const after = (minutes: number): string => new Date(Date.parse(at) + minutes * MINUTE).toISOString();
    const orders = new OrderDesk(desk, draw, club, draw.one(clerks));
    const job = draw.one(JOBS);
    const id = orders.dispatch(job, at);
    orders.accept(id, after(draw.whole(3, 45)));
    orders.finish(id, job.done, after(draw.whole(60, 1_000)));
    orders.confirm(id, after(draw.whole(1_010, 1_500)));
  }
  for (const { job: index, ago, state } of OPEN) {
    const job = JOBS[index];
    if (!job) continue;
    const before = (hours: number): string => new Date(Date.parse(now) - hours * 60 * MINUTE).toISOString();
    const later = (share: number): string => before(ago * (1 - share));
    const orders = new OrderDesk(desk, draw, club, state === 'inProgress' ? (clerks[1] ?? first) : first);
    const id = orders.dispatch(job, before(ago), state === 'two' ? ['餐饮部', '教练部'] : []);
    if (state === 'dispatched') continue;
    if (state === 'returned') {
      orders.accept(id, later(0.1));
      orders.handBack(id, '账单由前台收银开出，请收银核对', later(0.9));
      continue;
    }
    orders.accept(id, later(0.1));
    if (state === 'inProgress' || state === 'two') orders.say(id, '已到现场查看，正在处理', later(0.4));
    if (state === 'extension') orders.extend(id, before(-48), '写卡器送修，后天取回', later(0.8));
    if (state === 'done') orders.finish(id, job.done, later(0.8));
  }
}
