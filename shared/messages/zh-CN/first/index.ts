/** The Chinese words in the first script: what stands on the first page. The whole catalogue holds them too. */
import { accountsFirst } from './accounts';
import { appFirst } from './app';
import { backupFirst } from './backup';
import { complaintsFirst } from './complaints';
import { countsFirst } from './counts';
import { customersFirst } from './customers';
import { depositsFirst } from './deposits';
import { enquiriesFirst } from './enquiries';
import { feesFirst } from './fees';
import { figuresFirst } from './figures';
import { followUpFirst } from './follow-up';
import { incidentsFirst } from './incidents';
import { inspectionsFirst } from './inspections';
import { loansFirst } from './loans';
import { lostPropertyFirst } from './lost-property';
import { monthEndFirst } from './month-end';
import { myMattersFirst } from './my-matters';
import { ordersFirst } from './orders';
import { printingFirst } from './printing';
import { productsFirst } from './products';
import { refusalFirst } from './refusal';
import { repliesFirst } from './replies';
import { rosterFirst } from './roster';
import { salesFirst } from './sales';
import { serviceFiguresFirst } from './service-figures';
import { settingsFirst } from './settings';
import { shiftLogFirst } from './shift-log';
import { stockFirst } from './stock';
import { syncFirst } from './sync';
import { talksFirst } from './talks';
import { tillsFirst } from './tills';
import { uiFirst } from './ui';
import { visitsFirst } from './visits';
import { workOrdersFirst } from './work-orders';

export const firstZhCN = {
  accounts: accountsFirst,
  app: appFirst,
  backup: backupFirst,
  complaints: complaintsFirst,
  counts: countsFirst,
  customers: customersFirst,
  deposits: depositsFirst,
  enquiries: enquiriesFirst,
  fees: feesFirst,
  figures: figuresFirst,
  followUp: followUpFirst,
  incidents: incidentsFirst,
  inspections: inspectionsFirst,
  loans: loansFirst,
  lostProperty: lostPropertyFirst,
  monthEnd: monthEndFirst,
  myMatters: myMattersFirst,
  orders: ordersFirst,
  printing: printingFirst,
  products: productsFirst,
  refusal: refusalFirst,
  replies: repliesFirst,
  roster: rosterFirst,
  sales: salesFirst,
  serviceFigures: serviceFiguresFirst,
  settings: settingsFirst,
  shiftLog: shiftLogFirst,
  stock: stockFirst,
  sync: syncFirst,
  talks: talksFirst,
  tills: tillsFirst,
  ui: uiFirst,
  visits: visitsFirst,
  workOrders: workOrdersFirst,
} as const;
