/** The Chinese catalogue. Each feature has one file; its refusals join the common ones. */
import { accounts, accountsRefusal } from './accounts';
import { app } from './app';
import { backup } from './backup';
import { complaints, complaintsRefusal } from './complaints';
import { counts, countsRefusal } from './counts';
import { customers, customersRefusal } from './customers';
import { deposits, depositsRefusal } from './deposits';
import { enquiries, enquiriesRefusal } from './enquiries';
import { fees, feesRefusal } from './fees';
import { figures } from './figures';
import { followUp, followUpRefusal } from './follow-up';
import { help } from './help';
import { imports, importsRefusal } from './imports';
import { ledger, ledgerRefusal } from './ledger';
import { loans, loansRefusal } from './loans';
import { lostProperty, lostPropertyRefusal } from './lost-property';
import { monthEnd, monthEndRefusal } from './month-end';
import { myMatters } from './my-matters';
import { orders, ordersRefusal } from './orders';
import { payments } from './payments';
import { print } from './print';
import { printing } from './printing';
import { products, productsRefusal } from './products';
import { refusal } from './refusal';
import { replies, repliesRefusal } from './replies';
import { roster, rosterRefusal } from './roster';
import { sales, salesRefusal } from './sales';
import { service, serviceRefusal } from './service';
import { serviceFigures } from './service-figures';
import { settings } from './settings';
import { shiftLog, shiftLogRefusal } from './shift-log';
import { signatures, signaturesRefusal } from './signatures';
import { stock, stockRefusal } from './stock';
import { sync, syncRefusal } from './sync';
import { tills, tillsRefusal } from './tills';
import { ui } from './ui';
import { visits, visitsRefusal } from './visits';
import { incidents, incidentsRefusal } from './incidents';
import { inspections, inspectionsRefusal } from './inspections';
import { talks, talksRefusal } from './talks';
import { workOrders, workOrdersRefusal } from './work-orders';
import { web, webRefusal, webUi } from './web';

export const zhCN = {
  accounts,
  app,
  backup,
  complaints,
  counts,
  customers,
  deposits,
  enquiries,
  fees,
  figures,
  followUp,
  help,
  imports,
  monthEnd,
  myMatters,
  orders,
  payments,
  print,
  printing,
  products,
  refusal: {
    ...refusal,
    ...visitsRefusal,
    ...workOrdersRefusal,
    ...talksRefusal,
    ...incidentsRefusal,
    ...inspectionsRefusal,
    ...importsRefusal,
    ...webRefusal,
    ...serviceRefusal,
    ...enquiriesRefusal,
    ...repliesRefusal,
    ...signaturesRefusal,
    ...accountsRefusal,
    ...ledgerRefusal,
    ...complaintsRefusal,
    ...countsRefusal,
    ...customersRefusal,
    ...feesRefusal,
    ...followUpRefusal,
    ...loansRefusal,
    ...lostPropertyRefusal,
    ...monthEndRefusal,
    ...productsRefusal,
    ...rosterRefusal,
    ...shiftLogRefusal,
    ...salesRefusal,
    ...ordersRefusal,
    ...stockRefusal,
    ...depositsRefusal,
    ...syncRefusal,
    ...tillsRefusal,
  },
  ledger,
  loans,
  lostProperty,
  replies,
  roster,
  sales,
  service,
  serviceFigures,
  settings,
  shiftLog,
  signatures,
  stock,
  sync,
  tills,
  ui: { ...ui, ...webUi },
  visits,
  talks,
  incidents,
  inspections,
  workOrders,
  web,
} as const;
