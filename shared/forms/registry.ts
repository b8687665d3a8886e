/** Every printed form by its id: the print process builds forms out of this list and nothing else. */
import { accountStatement, type StatementInput } from '../accounts/forms/statement';
import { accountVoucher, type AccountVoucherInput } from '../accounts/forms/voucher';
import { recoveryKeySheet, type RecoveryKeyInput } from '../backup/forms';
import { archiveList, type ArchiveListInput } from '../complaints/forms/archive-list';
import { complaintRegister, type ComplaintRegisterInput } from '../complaints/forms/register';
import { complaintSheet, type ComplaintSheetInput } from '../complaints/forms/sheet';
import { shopFiguresSheet, type ShopFiguresInput } from '../figures/forms/shop-figures';
import { countSheet, type CountSheetInput } from '../counts/forms/count-sheet';
import { onlineRegister, phoneRegister, type RegisterInput } from '../enquiries/forms/registers';
import { numberedSheet, type NumberedSheetInput } from '../fees/forms/numbered-sheet';
import { feeReceipt, feeReceiptRoll, type FeeReceiptInput } from '../fees/forms/receipt';
import { feeRegister, type FeeRegisterInput } from '../fees/forms/register';
import { followUpMonth, type FollowUpMonthInput } from '../follow-up/forms/month';
import { servicePaper, type ServicePaperInput } from '../follow-up/forms/paper';
import { followUpPlanSheet, type FollowUpPlanInput } from '../follow-up/forms/plan';
import { followUpRegister, type FollowUpRegisterInput } from '../follow-up/forms/register';
import { incidentReport, type IncidentReportInput } from '../incidents/forms/report';
import { inspectionMonth, type InspectionMonthInput } from '../inspections/forms/month';
import { inspectionSheet, type InspectionSheetInput } from '../inspections/forms/sheet';
import { loanRegister, type LoanRegisterInput } from '../loans/forms/register';
import { loanSlip, returnSlip, type LoanSlipInput, type ReturnSlipInput } from '../loans/forms/slips';
import { tipRegister, type TipRegisterInput } from '../loans/forms/tip-register';
import { claimSlip, type ClaimSlipInput } from '../lost-property/forms/claim-slip';
import { disposalRecord, type DisposalInput } from '../lost-property/forms/disposal-record';
import { handoverSheet, type HandoverSheetInput } from '../lost-property/forms/handover-sheet';
import { lostLabel, lostLabelSheet, type LabelInput } from '../lost-property/forms/labels';
import { lossRegister, type LossRegisterInput } from '../lost-property/forms/loss-register';
import { lostNotice, type NoticeInput } from '../lost-property/forms/notice';
import { lostRegister, type LostRegisterInput } from '../lost-property/forms/register';
import { monthReport } from '../month-end/forms/month-report';
import type { MonthSheetInput } from '../month-end/forms/parts';
import { stocktakeSheet } from '../month-end/forms/stocktake-sheet';
import { customerOrderForm, type CustomerOrderInput } from '../orders/forms/customer-order';
import { purchaseOrderForm, type PurchaseOrderInput } from '../orders/forms/purchase-order';
import { attendanceSheet, type AttendanceSheetInput } from '../roster/forms/attendance-sheet';
import { leaveSlip, swapSlip, type LeaveSlipInput, type SwapSlipInput } from '../roster/forms/request-slips';
import { rosterSheet, type RosterSheetInput } from '../roster/forms/roster-sheet';
import { replyBook, type ReplyBookInput } from '../replies/forms/reply-book';
import { stockList, type StockListInput } from '../stock/forms/list';
import { stockVoucher, type StockVoucherInput } from '../stock/forms/voucher';
import { saleReceipt, saleReceiptRoll, type SaleReceiptInput } from '../sales/forms/receipt';
import { priceLabel, priceLabelSheet, type PriceLabelInput } from '../products/forms/price-labels';
import { priceList, type PriceListInput } from '../products/forms/price-list';
import { cashMonthReport, type CashMonthInput } from '../deposits/forms/cash-month';
import { depositSlip, type DepositSlipInput } from '../deposits/forms/deposit-slip';
import { checklistSheet, type ChecklistSheetInput } from '../checklists/forms/sheet';
import { meetingSheet, type MeetingSheetInput } from '../meetings/forms/sheet';
import { logSheet, type LogSheetInput } from '../shift-log/forms/log-sheet';
import { taskRegister, type TaskRegisterInput } from '../tasks/forms/register';
import { tillSheet, type TillSheetInput } from '../tills/forms/till-sheet';
import {
  evacuationList,
  visitRegister,
  type EvacuationInput,
  type VisitRegisterInput,
} from '../visits/forms';
import { talkForm, type TalkFormInput } from '../talks/forms/talk';
import { workOrderForm, type WorkOrderInput } from '../work-orders/forms/order';
import { orderRegister, type OrderRegisterInput } from '../work-orders/forms/register';
import {
  kpiSheet,
  receptionSheet,
  type KpiSheetInput,
  type ReceptionSheetInput,
} from '../service-figures/forms/sheets';
import { clerkGuide, type ClerkGuideInput } from './clerk-guide';
import type { FormDoc } from './model';
import { testPage, type TestPageInput } from './test-page';

/** Builds one form out of what the page gave as JSON; pure. Throws when the input is none. */
export type FormBuilder = (data: unknown) => FormDoc;

/** Features add their builders here, one line a form. */
export const FORMS: Readonly<Record<string, FormBuilder>> = {
  'service-figures': (data) => kpiSheet(data as KpiSheetInput),
  'reception-report': (data) => receptionSheet(data as ReceptionSheetInput),
  'complaint-archive': (data) => archiveList(data as ArchiveListInput),
  'complaint-register': (data) => complaintRegister(data as ComplaintRegisterInput),
  'complaint-sheet': (data) => complaintSheet(data as ComplaintSheetInput),
  'count-sheet': (data) => countSheet(data as CountSheetInput),
  'enquiry-phone': (data) => phoneRegister(data as RegisterInput),
  'enquiry-online': (data) => onlineRegister(data as RegisterInput),
  'reply-book': (data) => replyBook(data as ReplyBookInput),
  'fee-receipt': (data) => feeReceipt(data as FeeReceiptInput),
  'fee-receipt-80': (data) => feeReceiptRoll(data as FeeReceiptInput),
  'fee-register': (data) => feeRegister(data as FeeRegisterInput),
  'numbered-sheet': (data) => numberedSheet(data as NumberedSheetInput),
  'shop-figures': (data) => shopFiguresSheet(data as ShopFiguresInput),
  'follow-up-register': (data) => followUpRegister(data as FollowUpRegisterInput),
  'follow-up-month': (data) => followUpMonth(data as FollowUpMonthInput),
  'follow-up-plan': (data) => followUpPlanSheet(data as FollowUpPlanInput),
  'service-paper': (data) => servicePaper(data as ServicePaperInput),
  'loan-slip': (data) => loanSlip(data as LoanSlipInput),
  'loan-return': (data) => returnSlip(data as ReturnSlipInput),
  'loan-register': (data) => loanRegister(data as LoanRegisterInput),
  'tip-register': (data) => tipRegister(data as TipRegisterInput),
  'lost-register': (data) => lostRegister(data as LostRegisterInput),
  'lost-label': (data) => lostLabel(data as LabelInput),
  'lost-label-sheet': (data) => lostLabelSheet(data as LabelInput),
  'lost-claim-slip': (data) => claimSlip(data as ClaimSlipInput),
  'lost-handover': (data) => handoverSheet(data as HandoverSheetInput),
  'lost-notice': (data) => lostNotice(data as NoticeInput),
  'lost-disposals': (data) => disposalRecord(data as DisposalInput),
  'loss-register': (data) => lossRegister(data as LossRegisterInput),
  'month-report': (data) => monthReport(data as MonthSheetInput),
  'month-stocktake': (data) => stocktakeSheet(data as MonthSheetInput),
  'price-label': (data) => priceLabel(data as PriceLabelInput),
  'price-label-sheet': (data) => priceLabelSheet(data as PriceLabelInput),
  'price-list': (data) => priceList(data as PriceListInput),
  'recovery-key': (data) => recoveryKeySheet(data as RecoveryKeyInput),
  'account-statement': (data) => accountStatement(data as StatementInput),
  'account-voucher': (data) => accountVoucher(data as AccountVoucherInput),
  'customer-order': (data) => customerOrderForm(data as CustomerOrderInput),
  'purchase-order': (data) => purchaseOrderForm(data as PurchaseOrderInput),
  'attendance-sheet': (data) => attendanceSheet(data as AttendanceSheetInput),
  'leave-slip': (data) => leaveSlip(data as LeaveSlipInput),
  'swap-slip': (data) => swapSlip(data as SwapSlipInput),
  'roster-sheet': (data) => rosterSheet(data as RosterSheetInput),
  'stock-list': (data) => stockList(data as StockListInput),
  'stock-voucher': (data) => stockVoucher(data as StockVoucherInput),
  'sale-receipt': (data) => saleReceipt(data as SaleReceiptInput),
  'sale-receipt-80': (data) => saleReceiptRoll(data as SaleReceiptInput),
  'clerk-guide': (data) => clerkGuide(data as ClerkGuideInput),
  'test-page': (data) => testPage(data as TestPageInput),
  'cash-month': (data) => cashMonthReport(data as CashMonthInput),
  'deposit-slip': (data) => depositSlip(data as DepositSlipInput),
  'shift-log': (data) => logSheet(data as LogSheetInput),
  checklist: (data) => checklistSheet(data as ChecklistSheetInput),
  'weekly-meeting': (data) => meetingSheet(data as MeetingSheetInput),
  'task-register': (data) => taskRegister(data as TaskRegisterInput),
  'till-sheet': (data) => tillSheet(data as TillSheetInput),
  'visit-register': (data) => visitRegister(data as VisitRegisterInput),
  'incident-report': (data) => incidentReport(data as IncidentReportInput),
  'inspection-sheet': (data) => inspectionSheet(data as InspectionSheetInput),
  'inspection-month': (data) => inspectionMonth(data as InspectionMonthInput),
  talk: (data) => talkForm(data as TalkFormInput),
  'work-order': (data) => workOrderForm(data as WorkOrderInput),
  'work-order-register': (data) => orderRegister(data as OrderRegisterInput),
  'evacuation-list': (data) => evacuationList(data as EvacuationInput),
};

/** The form of an id. Throws RangeError when there is none. */
export function buildForm(id: string, data: unknown): FormDoc {
  const build = Object.hasOwn(FORMS, id) ? FORMS[id] : undefined;
  if (!build) throw new RangeError(`no such form: ${id}`);
  return build(data);
}
