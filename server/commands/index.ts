/**
 * What may be done in the browser (`POST /commit`); everything else is the desk's. Not here, because the endpoint cannot do
 * it honestly: what takes money through a till (`account.settle`), what a desk gives (`lostItem.handOver`, `deposit.make`;
 * who receives it signs here), and approvals whose second person is a lead, who has no password.
 */
import { recordAudit } from '../../shared/audit/record-audit';
import { saveAccount } from '../../shared/accounts/save-account';
import { checkCash, uncheckCash } from '../../shared/deposits/cash-check';
import { giveDepositBack, receiveDeposit } from '../../shared/deposits/receive-deposit';
import { explainComplaint } from '../../shared/complaints/explain';
import { handleComplaint } from '../../shared/complaints/handle';
import { instructOnComplaint } from '../../shared/complaints/instruct';
import { pursueResponsibility } from '../../shared/complaints/pursue';
import { filePaper } from '../../shared/ledger/file-paper';
import { recordInvoiceStep } from '../../shared/ledger/invoice-step';
import { returnLater } from '../../shared/lost-property/claim';
import { DOCUMENT_TYPES, IDENTITY_PROOFS } from '../../shared/lost-property/schema';
import { disposeItem, giveToPolice, noticeItem, storeItem } from '../../shared/lost-property/hr';
import { receiveHandover } from '../../shared/lost-property/receive-handover';
import { signPaper } from '../../shared/lost-property/sign-paper';
import { closeMonth } from '../../shared/month-end/close';
import { declareMonth } from '../../shared/month-end/declare';
import { reopenMonth } from '../../shared/month-end/reopen';
import { publishRoster } from '../../shared/roster/publish';
import { askLeave, decideLeave, endLeave } from '../../shared/roster/leave';
import { decideExplanation, markAttendance } from '../../shared/roster/punch';
import { LEAVE_KINDS, MARKS } from '../../shared/roster/schema';
import { setPlans } from '../../shared/roster/set-plans';
import { answerTransfer } from '../../shared/visits/answer-transfer';
import { escalateOrder } from '../../shared/work-orders/coordinate';
import { askForExtension } from '../../shared/work-orders/extension';
import {
  acceptPart,
  finishPart,
  handBackPart,
  refusePart,
  tellProgress,
} from '../../shared/work-orders/part-steps';
import { ESCALATION_LEVELS } from '../../shared/work-orders/schema';
import { signature } from './signature';
import {
  day,
  dayOrNone,
  flag,
  integer,
  listOf,
  orNull,
  shape,
  tableOf,
  text,
  webCommand,
  type WebCommand,
} from './web-command';

/** Ids the page makes for new records. */
const UUID = '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** A department's step on its part of a work order. */
const part = { id: text, part: text, toldBy: text };

export const WEB_COMMANDS: readonly WebCommand[] = [
  webCommand(answerTransfer, { id: text, answer: text, answeredBy: text }),
  webCommand(acceptPart, { ...part, assignee: text, visit: text }),
  webCommand(refusePart, { ...part, reason: text }),
  webCommand(tellProgress, { ...part, text }),
  webCommand(finishPart, { ...part, text }),
  webCommand(handBackPart, { ...part, reason: text }),
  webCommand(askForExtension, { ...part, to: text, reason: text }),
  webCommand(escalateOrder, {
    id: text,
    level: { enum: ESCALATION_LEVELS },
    to: text,
    department: text,
    reason: text,
  }),
  webCommand(handleComplaint, { id: text, text, compensation: text, amount: text }),
  webCommand(explainComplaint, { id: text, of: text, text, person: text }),
  webCommand(instructOnComplaint, { id: text, text }),
  webCommand(pursueResponsibility, { id: text, whom: text, measure: text }),
  webCommand(receiveHandover, { id: text, items: listOf(text), signature: orNull(signature) }),
  webCommand(storeItem, { id: text, place: text, note: text }),
  webCommand(noticeItem, { id: text, noticeDay: text }),
  webCommand(giveToPolice, { id: text, quantity: orNull(integer), receiptNo: text }),
  webCommand(disposeItem, {
    id: text,
    quantity: orNull(integer),
    ground: text,
    destination: text,
    earlyConfirmed: flag,
  }),
  webCommand(returnLater, {
    id: text,
    report: text,
    fields: shape({
      features: listOf(flag),
      quantity: orNull(integer),
      counted: flag,
      identity: { enum: [...IDENTITY_PROOFS, ''] },
      name: text,
      phone: text,
      documentType: { enum: DOCUMENT_TYPES },
      last4: text,
      under14: flag,
      consent: flag,
      onBehalf: flag,
      owner: text,
      relation: text,
      authority: text,
    }),
    signature: orNull(signature),
  }),
  webCommand(signPaper, { id: text, event: text, archiveNo: text }),
  webCommand(receiveDeposit, { of: text, signature: orNull(signature) }),
  webCommand(giveDepositBack, { of: text, reason: text }),
  webCommand(checkCash, {
    day,
    figures: shape({ total: integer, difference: integer, deposited: integer, waiting: integer }),
    note: text,
  }),
  webCommand(uncheckCash, { day, reason: text }),
  webCommand(recordInvoiceStep, {
    of: text,
    step: { enum: ['asked', 'issued', 'red'] },
    invoiceTitle: text,
    invoiceTaxNo: text,
    invoiceNo: text,
  }),
  webCommand(filePaper, { of: text, archiveNo: text }),
  webCommand(saveAccount, {
    id: { type: 'string', pattern: UUID },
    fields: shape({
      type: { enum: ['member', 'onAccount'] },
      accountNo: text,
      name: text,
      phone: text,
      signatories: text,
      limit: text,
      remark: text,
      active: flag,
    }),
  }),
  webCommand(declareMonth, { month: text }),
  webCommand(closeMonth, {
    month: text,
    round: integer,
    previous: orNull(shape({ round: integer, cut: tableOf(integer) })),
    desks: listOf(text),
    count: text,
    silent: listOf(text),
    note: text,
  }),
  webCommand(reopenMonth, { month: text, round: integer, reason: text }),
  webCommand(setPlans, {
    cells: listOf(shape({ day, staff: text, plan: listOf(text) })),
    reason: text,
  }),
  webCommand(publishRoster, { unit: { enum: ['week', 'month'] }, day, reason: text }),
  webCommand(askLeave, {
    id: { type: 'string', pattern: UUID },
    staff: text,
    type: { enum: [...LEAVE_KINDS, ''] },
    emergency: flag,
    from: dayOrNone,
    to: dayOrNone,
    shift: text,
    reason: text,
    toldAt: text,
  }),
  webCommand(decideLeave, { id: text, approve: flag, note: text }),
  webCommand(endLeave, { id: text, reason: text }),
  webCommand(decideExplanation, { id: text, approve: flag, note: text }),
  webCommand(markAttendance, {
    day,
    shift: text,
    staff: text,
    mark: { enum: [...MARKS, ''] },
    reason: text,
  }),
  webCommand(recordAudit, {
    what: { enum: ['phone.reveal', 'print', 'export'] },
    subject: { type: 'string', maxLength: 80 },
    detail: tableOf({ anyOf: [text, integer] }),
  }),
];
