/** Which kinds a collection holds and which roles may enter them: what the endpoint checks (DESIGN §4). */
import type { CollectionName } from '../core/envelope';
import { DESK_ROLES, ROLES, type Role } from '../core/roles';

type KindRoles = Readonly<Record<string, readonly Role[]>>;

const MONEY: readonly Role[] = [...DESK_ROLES, 'finance', 'manager'];
const SHOP: readonly Role[] = [...DESK_ROLES, 'admin'];
const CLOSING: readonly Role[] = ['finance', 'manager'];
// A manager moves whose matter it is, and brings it higher up.
const SERVICE: readonly Role[] = [...DESK_ROLES, 'manager'];
const HR: readonly Role[] = [...DESK_ROLES, 'hr'];

/** By collection and kind; a kind that stands nowhere here is refused. */
export const KIND_ROLES: Readonly<Record<CollectionName, KindRoles>> = {
  // An administrator takes paper registers over.
  visits: { visit: SHOP, starterCount: DESK_ROLES },
  tickets: {
    syncConflict: ROLES,
    enquiry: SERVICE,
    complaint: [...SERVICE, 'handler'],
    talk: SERVICE,
    // Departments answer their parts.
    workOrder: [...SERVICE, 'handler'],
    task: [...DESK_ROLES, 'manager'],
    followUp: SERVICE,
    followUpPlan: ['lead', 'manager'],
    servicePaper: ['lead', 'manager'],
    incident: SERVICE,
    inspection: SERVICE,
  },
  lostItems: { foundItem: [...HR, 'admin'], lossReport: DESK_ROLES, handover: HR },
  products: { product: SHOP },
  stockDocuments: {
    count: MONEY,
    countLine: DESK_ROLES,
    tillCount: DESK_ROLES,
    cashCheck: ['finance'],
    purchaseOrder: MONEY,
    customerOrder: DESK_ROLES,
    monthDeclaration: MONEY,
    monthTreatments: MONEY,
  },
  ledger: {
    sale: DESK_ROLES,
    refund: DESK_ROLES,
    invoiceStep: MONEY,
    topUp: DESK_ROLES,
    balanceReturned: DESK_ROLES,
    fee: DESK_ROLES,
    reversal: MONEY,
    depositTaken: DESK_ROLES,
    depositReturned: DESK_ROLES,
    tipTaken: DESK_ROLES,
    tipsPaid: DESK_ROLES,
    accountSettlement: MONEY,
    paidIn: DESK_ROLES,
    paidOut: DESK_ROLES,
    goodsReceived: DESK_ROLES,
    otherOut: DESK_ROLES,
    transfer: DESK_ROLES,
    countAdjustment: MONEY,
    tillOpen: DESK_ROLES,
    tillHandover: DESK_ROLES,
    tillSeal: DESK_ROLES,
    deposit: MONEY,
    depositReceived: ['finance'],
    monthClose: CLOSING,
    monthReopen: CLOSING,
    numberedStock: MONEY,
    numberedCount: MONEY,
    paperFiled: MONEY,
  },
  roster: {
    // Whoever approves a swap at the desk changes two cells.
    duty: HR,
    rosterPeriod: HR,
    leave: HR,
    note: DESK_ROLES,
    shiftLog: DESK_ROLES,
    checklist: DESK_ROLES,
    memo: ROLES,
    meeting: [...DESK_ROLES, 'manager'],
    swap: DESK_ROLES,
    punch: HR,
    explanation: HR,
    attendanceMark: HR,
  },
  directory: {
    staff: ['admin'],
    credential: ROLES,
    // Whoever signs in first at a new desk puts it there.
    desk: ROLES,
    department: ['admin'],
    settings: ['admin', 'lead'],
    supplier: SHOP,
    customerFlag: DESK_ROLES,
    customer: ['lead'],
    reply: DESK_ROLES,
    account: MONEY,
  },
  attachments: { photo: HR },
  auditEvents: { audit: ROLES, erasure: ['lead', 'admin'] },
};

/** Collections of facts: they are refused only when malformed or foreign; a broken rule is accepted and flagged. */
export const FACTS: readonly CollectionName[] = ['visits', 'ledger', 'auditEvents'];
