/** The demo club's counter over some days: till, sales and what goes with them, in the order of the clock. */
import type { Actor } from '../core/command';
import { addDays, instantOf } from '../core/time';
import { demoAccounts, demoSettle, demoTopUp } from './accounts';
import type { DemoClub } from './club';
import { demoCountSteps } from './counts';
import { demoFee, demoFeeTimes, demoNumberedCount, demoNumberedStock } from './fees';
import { demoLoanSteps } from './loans';
import { demoMonthClose } from './month-end';
import type { PretendDesk } from './pretend-desk';
import { demoProducts } from './products';
import { Draw } from './random';
import { demoSale, demoSaleTimes } from './sales';
import { demoCustomerOrder, demoOpeningStock, demoRestock, demoStockDay } from './stock';
import { demoDeposit, demoChange, demoHandOver, demoOpenTill, demoSeal } from './tills';
import { makePerson } from './visits';

/** Seeds of dice of their own: what is sold does not depend on fees and deliveries. */
const FEES_SEED = 20_261_105;
const GOODS_SEED = 20_261_106;
const LOANS_SEED = 20_261_107;
const COUNTS_SEED = 20_261_108;
const DEPOSITS_SEED = 20_261_109;

const COUNTED_MORNINGS = 3;

interface Step {
  readonly at: string;
  readonly run: (at: string) => void;
}

interface Staff {
  readonly early: Actor;
  readonly late: Actor;
  readonly lead: Actor;
}

/** Steps of one day, unsorted. */
function dayOf(
  desk: PretendDesk,
  draw: Draw,
  { early, late, lead }: Staff,
  shop: Pick<Parameters<typeof demoSale>[2], 'products' | 'accounts'>,
  day: string,
  now: string,
  isFirst: boolean,
): readonly Step[] {
  const at = (time: string): string => instantOf(`${day}T${time}`);
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  const count = weekend ? draw.whole(34, 52) : draw.whole(18, 30);
  const sales = { ...shop, day, now, count, lead, clerkAt: (hour: number) => (hour < 16 ? early : late) };
  const [firm] = shop.accounts;
  const handover = { leaving: early, taking: late, lead, at: at('16:05') };
  return [
    { at: at('07:58'), run: (time) => demoOpenTill(desk, draw, early, time) },
    ...['08:02', '12:30', '15:58', '21:35'].map((moment) => ({
      at: at(moment),
      run: (time: string) => demoChange(desk, draw, moment < '16:00' ? early : late, time),
    })),
    ...demoSaleTimes(draw, sales).map((time) => ({
      at: time,
      run: (moment: string) => demoSale(desk, draw, sales, moment),
    })),
    // Members fill their accounts on the first days, later now and then.
    ...Array.from({ length: isFirst ? 8 : draw.chance(0.4) ? 1 : 0 }, (_, index) => ({
      at: at(`0${isFirst ? 8 : 9}:0${index}`),
      run: (time: string) => demoTopUp(desk, draw, shop.accounts, early, time),
    })),
    // One firm pays on Mondays; the others let it wait.
    ...(firm && new Date(`${day}T00:00:00Z`).getUTCDay() === 1
      ? [{ at: at('11:20'), run: (time: string) => demoSettle(desk, draw, firm, early, time) }]
      : []),
    { at: handover.at, run: () => demoHandOver(desk, draw, handover) },
    {
      at: at('21:40'),
      run: (time) => demoSeal(desk, draw, { leaving: late, taking: lead, lead, at: time }),
    },
  ];
}

/** Runs the shop on `days` (oldest first) up to `now`. */
export function demoShop(
  desk: PretendDesk,
  draw: Draw,
  club: DemoClub,
  days: readonly string[],
  now: string,
): void {
  const [early, late, lead] = ['1001', '1003', '1002'].map((staffNo) => club.staff.get(staffNo));
  const [first] = days;
  if (!early || !late || !lead || first === undefined) return;
  const products = demoProducts(desk, draw, club, `${addDays(first, -1)}T20:00`);
  const goods = new Draw(GOODS_SEED);
  const accounts = demoAccounts(desk, draw, lead, instantOf(`${addDays(first, -1)}T20:30`));
  demoOpeningStock(desk, goods, { at: instantOf(`${addDays(first, -1)}T20:40`), products, lead });
  const loans = new Draw(LOANS_SEED);
  const counts = new Draw(COUNTS_SEED);
  const fees = new Draw(FEES_SEED);
  const deposits = new Draw(DEPOSITS_SEED);
  const finance = club.staff.get('2001');
  demoNumberedStock(desk, fees, early, instantOf(`${first}T07:30`));
  for (const day of days) {
    const steps = dayOf(desk, draw, { early, late, lead }, { products, accounts }, day, now, day === first);
    const forFees = demoFeeTimes(fees, day).map((time) => ({
      at: time,
      run: (moment: string) =>
        demoFee(desk, fees, moment < instantOf(`${day}T16:00`) ? early : late, lead, moment),
    }));
    const forGoods = [
      {
        at: instantOf(`${day}T08:40`),
        run: (moment: string) => demoStockDay(desk, goods, { at: moment, day, products, clerk: early, lead }),
      },
      ...['12:30', '17:30'].map((time) => ({
        at: instantOf(`${day}T${time}`),
        run: (moment: string) =>
          demoRestock(desk, goods, { at: moment, day, products, clerk: time < '16:00' ? early : late, lead }),
      })),
      ...(Number(day.slice(8)) % 9 === 0
        ? [
            {
              at: instantOf(`${day}T10:30`),
              run: (moment: string) => {
                const person = makePerson(goods);
                demoCustomerOrder(desk, goods, { at: moment, day, clerk: early }, person);
              },
            },
          ]
        : []),
    ];
    // The last mornings only: a count is a record a line.
    const forCounts = days.slice(-1 - COUNTED_MORNINGS, -1).includes(day)
      ? demoCountSteps(
          desk,
          counts,
          { day, counter: early, lead },
          products.length * desk.settings.locations.length,
        )
      : [];
    // At the end of a month, after the till is sealed.
    if (addDays(day, 1).endsWith('-01'))
      forFees.push({
        at: instantOf(`${day}T21:50`),
        run: (moment) => demoNumberedCount(desk, fees, late, moment),
      });
    // Finance closes the month before on the third.
    if (day.endsWith('-03'))
      forFees.push({
        at: instantOf(`${day}T10:30`),
        run: (moment) => demoMonthClose(desk, fees, club, moment),
      });
    // Finance comes on working days; what was taken since waits.
    if (finance && day !== days.at(-1) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
      forFees.push({
        at: instantOf(`${day}T10:20`),
        run: (moment) => demoDeposit(desk, deposits, early, finance, moment),
      });
    const forLoans = demoLoanSteps(desk, loans, { early, late, lead }, day);
    for (const { at, run } of [...steps, ...forFees, ...forGoods, ...forLoans, ...forCounts].sort((a, b) =>
      a.at.localeCompare(b.at),
    ))
      if (at <= now) run(at);
  }
}
