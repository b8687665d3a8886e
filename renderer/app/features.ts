/** Every feature that works, in the order of the side bar. */
import { accountsFeature } from '../features/accounts/manifest';
import { backupFeature } from '../features/backup/manifest';
import { complaintsFeature } from '../features/complaints/manifest';
import { countsFeature } from '../features/counts/manifest';
import { customersFeature } from '../features/customers/manifest';
import { depositsFeature } from '../features/deposits/manifest';
import { enquiriesFeature } from '../features/enquiries/manifest';
import { feesFeature } from '../features/fees/manifest';
import { figuresFeature } from '../features/figures/manifest';
import { followUpFeature } from '../features/follow-up/manifest';
import { incidentsFeature } from '../features/incidents/manifest';
import { inspectionsFeature } from '../features/inspections/manifest';
import { loansFeature } from '../features/loans/manifest';
import { lostPropertyFeature } from '../features/lost-property/manifest';
import { monthEndFeature } from '../features/month-end/manifest';
import { myMattersFeature } from '../features/my-matters/manifest';
import { ordersFeature } from '../features/orders/manifest';
import { printingFeature } from '../features/printing/manifest';
import { productsFeature } from '../features/products/manifest';
import { rosterFeature } from '../features/roster/manifest';
import { repliesFeature } from '../features/replies/manifest';
import { salesFeature } from '../features/sales/manifest';
import { serviceFiguresFeature } from '../features/service-figures/manifest';
import { shiftLogFeature } from '../features/shift-log/manifest';
import { stockFeature } from '../features/stock/manifest';
import { syncFeature } from '../features/sync/manifest';
import { tillsFeature } from '../features/tills/manifest';
import { visitsFeature } from '../features/visits/manifest';
import { talksFeature } from '../features/talks/manifest';
import { workOrdersFeature } from '../features/work-orders/manifest';
import type { Feature } from '../ui/feature';
import { knowFeatures } from '../ui/record-path';
import { featuresHere } from './features-here';

export const FEATURES: readonly Feature[] = featuresHere([
  visitsFeature,
  incidentsFeature,
  enquiriesFeature,
  repliesFeature,
  customersFeature,
  myMattersFeature,
  talksFeature,
  workOrdersFeature,
  followUpFeature,
  lostPropertyFeature,
  complaintsFeature,
  salesFeature,
  stockFeature,
  ordersFeature,
  countsFeature,
  productsFeature,
  monthEndFeature,
  feesFeature,
  accountsFeature,
  loansFeature,
  tillsFeature,
  depositsFeature,
  rosterFeature,
  shiftLogFeature,
  inspectionsFeature,
  figuresFeature,
  serviceFiguresFeature,
  printingFeature,
  syncFeature,
  backupFeature,
]);

knowFeatures(FEATURES);
