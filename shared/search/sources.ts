/** What of each kind of record can be found, and by pinyin too. */
import type { Account } from '../accounts/schema';
import type { Complaint } from '../complaints/schema';
import { standingOf } from '../complaints/standing';
import type { Envelope } from '../core/envelope';
import type { Fee, NumberedStock } from '../ledger/entries/fees';
import type { DepositTaken, TipTaken } from '../ledger/entries/money';
import type { Refund, Sale } from '../ledger/entries/sales';
import type { GoodsReceived, OtherOut, Transfer } from '../ledger/entries/stock';
import type { Incident } from '../incidents/schema';
import type { Inspection } from '../inspections/schema';
import type { LedgerEntry, MonthClose } from '../ledger/schema';
import type { FoundItem, LossReport } from '../lost-property/schema';
import type { Meeting } from '../meetings/schema';
import { ledger } from '../messages/zh-CN/ledger';
import type { CustomerOrder, PurchaseOrder } from '../orders/schema';
import type { Product } from '../products/schema';
import type { Reply } from '../replies/schema';
import type { Leave, Swap } from '../roster/schema';
import type { MatterBody } from '../service/schema';
import type { Note, ShiftLog } from '../shift-log/schema';
import type { Task } from '../tasks/schema';
import { isErased } from '../erasure/personal';
import { namedPerson, type CustomerFlag, type Visit } from '../visits/schema';
import { fold } from './fold';
import { hasHan, type Row, type Word } from './segment';

/** Searchable fields of a record: `spoken` ones are found by pinyin as well. */
interface Fields {
  readonly spoken: readonly string[];
  readonly exact: readonly string[];
}

/** Pinyin of a folded text: full syllables, each with a capital, and initials, without tones, e.g. `['ZhangWei', 'zw']`. */
export type Pinyin = (text: string) => readonly string[];

function fieldsOf(doc: Envelope): Fields | null {
  switch (doc.kind) {
    case 'visit': {
      const { body } = doc as Visit;
      return {
        spoken: [namedPerson(body), body.company, body.host],
        exact: [body.phone, body.plate, body.badge],
      };
    }
    case 'foundItem': {
      const { body } = doc as FoundItem;
      const features = body.features.map(({ text }) => text);
      return {
        spoken: [body.name, body.place, body.category, body.finder.name, ...features],
        exact: [body.finder.phone, body.bagNo],
      };
    }
    case 'sale': {
      const { body } = doc as Sale;
      return {
        spoken: [body.customer.name, ...body.lines.map(({ name }) => name)],
        exact: [body.customer.phone, body.customer.memberNo, body.invoice.number],
      };
    }
    case 'refund': {
      const { body } = doc as Refund;
      return { spoken: body.lines.map(({ name }) => name), exact: [body.saleNo] };
    }
    case 'swap': {
      const { body } = doc as Swap;
      return { spoken: [body.applicantName, body.colleagueName, body.reason], exact: [] };
    }
    case 'leave': {
      const { body } = doc as Leave;
      return { spoken: [body.name, body.reason], exact: [] };
    }
    case 'account': {
      const { body } = doc as Account;
      return { spoken: [body.name, ...body.signatories], exact: [body.accountNo, body.phone] };
    }
    case 'product': {
      const { body } = doc as Product;
      return {
        spoken: [body.name, body.spec, body.category],
        exact: [body.sku, body.barcode, body.pack?.barcode ?? ''],
      };
    }
    case 'lossReport': {
      const { body } = doc as LossReport;
      return { spoken: [body.owner.name, body.name, body.place, body.category], exact: [body.owner.phone] };
    }
    case 'complaint': {
      const { body } = doc as Complaint;
      const { archiveNo } = standingOf(body);
      return {
        spoken: [body.customer.name, body.summary],
        exact: [body.customer.phone, body.customer.memberNo, body.reference?.no ?? '', archiveNo],
      };
    }
    case 'count':
      return { spoken: [], exact: [] };
    case 'fee': {
      const { body } = doc as Fee;
      const { customer, agreementNo, cardNo, receiptNo } = body;
      return {
        spoken: [customer.name, body.type],
        exact: [customer.phone, customer.memberNo, agreementNo, cardNo, receiptNo],
      };
    }
    case 'monthClose': {
      const { body } = doc as MonthClose;
      return { spoken: [ledger.kind.monthClose], exact: [body.month] };
    }
    case 'depositTaken': {
      const { body } = doc as DepositTaken;
      const { customer, description, itemNo } = body;
      return {
        spoken: [customer.name, description],
        exact: [customer.phone, customer.memberNo, itemNo],
      };
    }
    case 'tipTaken': {
      const { body } = doc as TipTaken;
      return { spoken: [body.receiver, body.customer.name], exact: [] };
    }
    case 'numberedStock': {
      const { body } = doc as NumberedStock;
      return { spoken: [body.reason], exact: [body.from, body.to] };
    }
    case 'goodsReceived': {
      const { body } = doc as GoodsReceived;
      return {
        spoken: [body.supplierName, ...body.lines.map(({ name }) => name)],
        exact: [body.orderNo, body.deliveryNote, ...body.lines.map(({ sku }) => sku)],
      };
    }
    case 'otherOut':
    case 'transfer': {
      const { body } = doc as OtherOut | Transfer;
      return {
        spoken: ['counterpart' in body ? body.counterpart : body.to, ...body.lines.map(({ name }) => name)],
        exact: body.lines.map(({ sku }) => sku),
      };
    }
    case 'purchaseOrder': {
      const { body } = doc as PurchaseOrder;
      return {
        spoken: [body.supplierName, ...body.lines.map(({ name }) => name)],
        exact: body.lines.map(({ sku }) => sku),
      };
    }
    case 'customerOrder': {
      const { body } = doc as CustomerOrder;
      return {
        spoken: [body.name, ...body.lines.map(({ name }) => name)],
        exact: [body.phone, body.purchaseNo],
      };
    }
    case 'enquiry':
    case 'followUp':
    case 'talk':
    case 'workOrder': {
      const { customer, summary } = doc.body as MatterBody;
      return { spoken: [customer.name, summary], exact: [customer.phone, customer.memberNo] };
    }
    case 'customerFlag': {
      const { name, phone } = (doc as CustomerFlag).body;
      return { spoken: [name], exact: [phone] };
    }
    case 'reply': {
      const { body } = doc as Reply;
      return { spoken: [body.situation, body.category], exact: [] };
    }
    case 'tillOpen':
    case 'tillHandover': {
      const { body, kind } = doc as Extract<LedgerEntry, { kind: 'tillOpen' | 'tillHandover' }>;
      return { spoken: [kind === 'tillOpen' ? body.opener.name : body.taking.name], exact: [] };
    }
    case 'deposit': {
      const { body } = doc as Extract<LedgerEntry, { kind: 'deposit' }>;
      return { spoken: [body.receiver.name, body.remark], exact: [body.bankSlipNo] };
    }
    case 'paidIn':
    case 'paidOut': {
      const { body } = doc as Extract<LedgerEntry, { kind: 'paidIn' | 'paidOut' }>;
      return { spoken: [body.purpose, body.counterpart, body.remark], exact: [body.voucherNo] };
    }
    case 'note':
      return { spoken: [(doc as Note).body.text], exact: [] };
    case 'shiftLog': {
      const { body } = doc as ShiftLog;
      return {
        spoken: [body.leaver.name, body.remark, ...body.matters.map(({ title }) => title)],
        exact: body.matters.map(({ no }) => no),
      };
    }
    case 'task': {
      const { body } = doc as Task;
      return { spoken: [body.title, body.content], exact: [] };
    }
    case 'incident': {
      const { body } = doc as Incident;
      return { spoken: [body.what, body.place, body.reporter], exact: [] };
    }
    case 'inspection': {
      const { body } = doc as Inspection;
      return { spoken: [body.personName, body.inspectorName], exact: [body.date] };
    }
    case 'meeting': {
      const { body } = doc as Meeting;
      return {
        spoken: [body.passedOn, ...body.entries.flatMap(({ name, work, improve }) => [name, work, improve])],
        exact: [],
      };
    }
    // A memo is its author's alone: nobody finds it by searching.
    default:
      return null;
  }
}

/** The part of a folded text that latin keys type: `鲁b12345` → `b12345`. */
const latinOf = (text: string): string => text.replace(/[^\0-\xff]+/g, '');

const joined = (texts: readonly string[]): string => [...new Set(texts)].filter(Boolean).join('\n');

/** What was erased is found by its number alone; its row takes the earlier one's place. */
const BY_NUMBER: Fields = { spoken: [], exact: [] };

/** A record's row in the index, or null when its kind is not searched. */
export function rowOf(doc: Envelope, pinyin: Pinyin): Row | null {
  const fields = isErased(doc) ? BY_NUMBER : fieldsOf(doc);
  if (!fields) return null;
  const exact = [doc.body.no ?? '', ...fields.exact].map(fold);
  const spoken = fields.spoken.map(fold).filter(Boolean);
  return {
    id: doc.id,
    at: Date.parse(doc.at),
    exact: joined(exact.map(latinOf)),
    words: [
      ...exact.filter(hasHan).map((text): Word => ({ han: text, latin: '' })),
      ...spoken.map((text): Word =>
        hasHan(text)
          ? { han: text, latin: joined([latinOf(text), ...pinyin(text)]) }
          : { han: '', latin: text },
      ),
    ],
  };
}
