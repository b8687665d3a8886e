/** Everything DOMAIN calls a setting, with its default. Stored as one `directory` record, id `settings`. */
import type { ClockName, ClockSetting, WorkingHours } from '../service/clocks';
import { DEFAULT_PREFIXES, type Register } from './numbers';

/** A shift of the desk, hours in the club's civil time. */
export interface ShiftHours {
  readonly id: string;
  readonly name: string;
  /** `HH:mm`. */
  readonly from: string;
  /** `HH:mm`; earlier than `from` means the next day. */
  readonly to: string;
  /** Persons the shift needs at least; 1 when left out. */
  readonly least?: number;
}

/** A named turn of shifts 轮班模板: one entry a day, a shift's id, `rest` or '' (nothing planned). */
export interface RosterTemplate {
  readonly name: string;
  readonly turn: readonly string[];
}

/** A kind of fee and its preparation list. */
export interface FeeType {
  readonly name: string;
  readonly checklist: readonly string[];
}

/** One thing to look at on an opening or closing checklist. */
export interface ChecklistItem {
  /** Unique within its list. */
  readonly text: string;
  /** What the desk itself can see of it: its till open, the till handed over or sealed, the morning count handed in; or nothing. */
  readonly check: '' | 'tillOpen' | 'tillClosed' | 'countDone';
}

/** Somebody who is called in an emergency (DOMAIN §3.11). */
export interface EmergencyContact {
  readonly name: string;
  /** '' when there is none: told in person. */
  readonly phone: string;
  readonly role: string;
  /** Department id whose calling in calls this person too, or ''. */
  readonly department: string;
  /** Level from which they are called. */
  readonly level: string;
}

/** One item of a service inspection. */
export interface InspectionItem {
  readonly name: string;
  readonly standard: string;
  /** Full marks. */
  readonly marks: number;
}

/** How quickly a customer is answered. */
export interface EnquiryStandards {
  /** Rings within which a call is picked up. */
  readonly rings: number;
  /** Seconds to the first reply online, and to the reply at the latest. */
  readonly firstReplySeconds: number;
  readonly replySeconds: number;
  /** Seconds a caller may wait without a word. */
  readonly holdSeconds: number;
}

/** Where a script is shown: beside the form of that work. */
export const SCRIPT_PLACES = [
  'phone',
  'online',
  'callBack',
  'talk',
  'claim',
  'complaint',
  'followUp',
] as const;
export type ScriptPlace = (typeof SCRIPT_PLACES)[number];

/** Words to say; `【俱乐部】`, `【姓名】` and `【工号】` stand for the club, the person and their number. */
export interface Script {
  readonly place: ScriptPlace;
  readonly text: string;
}

export interface Settings {
  readonly clubName: string;
  /** Hour (0–12) before which a time belongs to the business day before; night golf runs past midnight. */
  readonly cutOffHour: number;
  readonly shifts: readonly ShiftHours[];
  /** Minutes without input until the screen locks. */
  readonly lockAfterMinutes: number;
  /** `HH:mm` from which still open visits are asked about. */
  readonly closingTime: string;
  /** Minutes a visit handed to a department may wait. */
  readonly transferMinutes: number;
  /** Minutes before a due time from which it shows amber. */
  readonly amberMinutes: number;
  /** Months after which personal data is erased. */
  readonly retentionMonths: number;
  /** Days a found item waits before it is handed to HR. */
  readonly lostItemDays: number;
  readonly lostCategories: readonly string[];
  /** Places where found items are kept; the first is offered. */
  readonly lostStorages: readonly string[];
  /** Words of one meaning the club adds to the built-in ones, e.g. `[['球包', '杆包']]`. */
  readonly lostSynonyms: readonly (readonly string[])[];
  /** Purposes of a visit a club may add to. */
  readonly visitPurposes: readonly string[];
  /** Purposes that tell a visitor to be a member or a supplier; others leave a guest. */
  readonly memberPurposes: readonly string[];
  readonly supplierPurposes: readonly string[];
  readonly prefixes: Readonly<Record<Register, string>>;
  /** Days of backups kept. */
  readonly backupDays: number;
  /** Where goods stand: the first is the display 展架, the second the store 库房. */
  readonly locations: readonly string[];
  readonly productCategories: readonly string[];
  /** Discounts a clerk may give: per cent of a sale, and fen. Above either a lead approves. */
  readonly discountLimitPercent: number;
  readonly discountLimitFen: number;
  /** Fen a clerk may round off 抹零. */
  readonly roundingLimitFen: number;
  /** What happens with the receipt after a sale. */
  readonly receiptAfterSale: 'ask' | 'always' | 'never';
  /** POS terminals and merchant accounts offered with a tender. */
  readonly paymentTerminals: readonly string[];
  /** Whose balance of a member account counts: our ledger's, or the membership system's. */
  readonly memberBalance: 'own' | 'external';
  /** Fen a member may spend at once while the membership system's balance is not known here. */
  readonly offlineMemberLimit: number;
  /** Days after which an on-account debt is overdue. */
  readonly receivableDays: number;
  /** Coins and notes, fen, the largest first. */
  readonly denominations: readonly number[];
  /** Fen that stay in the till at a handover. */
  readonly tillFloat: number;
  /** Fen of long or short cash above which a lead approves. */
  readonly tillDifferenceLimit: number;
  /** Expected amounts stay hidden until the count of the till is entered. */
  readonly blindTill: boolean;
  /** Business days after which money must have been deposited with finance. */
  readonly depositDays: number;
  /** Why cash is put into or taken out of the till beside sales. */
  readonly pettyPurposes: readonly string[];
  /** The morning count hides the book's figures. */
  readonly blindCount: boolean;
  /** Base units of difference above which a line is counted again. */
  readonly recountThreshold: number;
  /** Minutes after the early shift begins from which a missing count is red. */
  readonly countGraceMinutes: number;
  /** Fee types with what must be ready before money is taken (DOMAIN §5). */
  readonly feeTypes: readonly FeeType[];
  /** Blank cards, agreements or receipts at or below which Today says so. */
  readonly numberedLow: number;
  /** Tax in the prices, per cent; reports show amounts with or without it. */
  readonly taxPercent: number;
  readonly reportsWithTax: boolean;
  /** When the service works; clocks in working hours run only then. */
  readonly workingHours: WorkingHours;
  readonly clocks: Readonly<Record<ClockName, ClockSetting>>;
  /** Standards of answering (DOMAIN §3.2). */
  readonly enquiryStandards: EnquiryStandards;
  /** What is said word for word, and where. */
  readonly scripts: readonly Script[];
  /** 禁用语: words never to use; a hint while an answer is typed. */
  readonly forbiddenWords: readonly string[];
  readonly replyCategories: readonly string[];
  /** A product goes on sale only when the clerks have acknowledged its facts. */
  readonly factsBeforeSale: boolean;
  /** Hours of rest between two shifts of one person below which the roster warns. */
  readonly restHours: number;
  readonly rosterTemplates: readonly RosterTemplate[];
  /** Minutes after a shift's begin or before its end that do not count as late or early. */
  readonly lateGraceMinutes: number;
  /** Minutes of coming late, or leaving early, from which it is absence without leave 脱岗. */
  readonly absentAfterMinutes: number;
  /** Minutes after the shift's begin within which emergency leave must be told. */
  readonly emergencyLeaveMinutes: number;
  /** What a work order may be about. */
  readonly workOrderCategories: readonly string[];
  /** Days within which complaints on one matter count as raised at one time (collective). */
  readonly collectiveDays: number;
  /** 基本满意 counts as satisfied in the month's figures; printed with them. */
  readonly mostlyCountsSatisfied: boolean;
  /** Attempts without an answer after which a follow-up may be closed as 未接通. */
  readonly followUpAttempts: number;
  /** Checklists 岗前 and 离岗 in the order they are gone through. */
  readonly openingItems: readonly ChecklistItem[];
  readonly closingItems: readonly ChecklistItem[];
  /** Minutes after a shift began, and before it ends, from which a missing checklist is red. */
  readonly openingMinutes: number;
  readonly closingMinutes: number;
  /** Levels of an emergency, the least first. */
  readonly incidentLevels: readonly string[];
  /** Whom to call in an emergency, in the order of calling. */
  readonly emergencyContacts: readonly EmergencyContact[];
  /** Minutes after which the evacuation list is made anew for the archive folder; 0: not at all. */
  readonly evacuationMinutes: number;
  /** What a service inspection looks at. */
  readonly inspectionItems: readonly InspectionItem[];
}

export const DEFAULT_SETTINGS: Settings = {
  clubName: '',
  cutOffHour: 4,
  shifts: [
    { id: 'early', name: '早班', from: '08:00', to: '16:00' },
    { id: 'late', name: '晚班', from: '16:00', to: '00:00' },
  ],
  lockAfterMinutes: 5,
  closingTime: '22:00',
  transferMinutes: 30,
  amberMinutes: 60,
  retentionMonths: 24,
  lostItemDays: 15,
  lostCategories: [
    '雨伞',
    '衣物鞋帽',
    '球杆球具',
    '手机数码',
    '手表首饰',
    '钱包现金',
    '证件卡类',
    '钥匙',
    '眼镜',
    '包袋',
    '水杯',
    '儿童用品',
    '食品',
    '其他',
  ],
  lostStorages: ['前台储物柜', '保险柜', '库房', '冷藏柜'],
  lostSynonyms: [],
  visitPurposes: ['咨询', '投诉', '求助', '报修', '建议', '会员业务', '供应商', '面试', '其他'],
  memberPurposes: ['会员业务'],
  supplierPurposes: ['供应商'],
  prefixes: DEFAULT_PREFIXES,
  backupDays: 30,
  locations: ['展架', '库房'],
  productCategories: [
    '高尔夫球',
    '手套',
    '球钉与配件',
    '服饰',
    '帽子与袜子',
    '球杆与球包',
    '饮料',
    '食品',
    '其他',
  ],
  discountLimitPercent: 10,
  discountLimitFen: 5_000,
  roundingLimitFen: 100,
  receiptAfterSale: 'ask',
  paymentTerminals: ['POS-01'],
  memberBalance: 'own',
  offlineMemberLimit: 100_000,
  receivableDays: 30,
  denominations: [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10],
  tillFloat: 50_000,
  tillDifferenceLimit: 0,
  blindTill: false,
  depositDays: 1,
  pettyPurposes: ['补充零钱', '零星采购', '快递邮费', '退还零钱', '其他'],
  blindCount: false,
  recountThreshold: 0,
  countGraceMinutes: 60,
  feeTypes: [
    { name: '会费', checklist: ['POS 机可用', '会籍协议', '会员卡', '身份证明核对'] },
    { name: '教练费', checklist: ['POS 机可用', '课程协议'] },
    { name: '储物柜', checklist: ['POS 机可用', '租用协议', '钥匙'] },
    { name: '练习卡', checklist: ['POS 机可用', '空白卡'] },
    { name: '其他', checklist: [] },
  ],
  numberedLow: 20,
  taxPercent: 13,
  reportsWithTax: true,
  workingHours: { from: '08:00', to: '22:00', days: [1, 2, 3, 4, 5, 6, 7] },
  clocks: {
    callBack: { minutes: 120, mode: 'wall' },
    complaintProgress: { minutes: 24 * 60, mode: 'wall' },
    complaintSolve: { minutes: 48 * 60, mode: 'wall' },
    workOrder: { minutes: 24 * 60, mode: 'wall' },
  },
  enquiryStandards: { rings: 3, firstReplySeconds: 10, replySeconds: 60, holdSeconds: 30 },
  scripts: [
    { place: 'phone', text: '您好，【俱乐部】，工号 【工号】 为您服务，请问有什么可以帮您？' },
    { place: 'phone', text: '请您稍等，我马上为您查询。（等候不超过 30 秒，超过须先说明）' },
    { place: 'online', text: '您好，这里是【俱乐部】客服，请问有什么可以帮您？' },
    { place: 'callBack', text: '您好，我是【俱乐部】客服 【工号】，您之前咨询的事情现在给您答复。' },
    {
      place: 'claim',
      text: '请问您遗失的是什么物品？请说一下它的特征、数量，以及大约在什么时间、什么地方遗失的。',
    },
    { place: 'complaint', text: '非常抱歉给您带来不便。请您说一下经过，我记录下来，马上为您处理。' },
    {
      place: 'followUp',
      text: '您好，我是【俱乐部】客服，想请您对我们的服务做个评价，大约需要一分钟，方便吗？',
    },
  ],
  forbiddenWords: [
    '不知道',
    '不清楚',
    '不归我管',
    '这不是我的事',
    '你去投诉吧',
    '没办法',
    '规定就是这样',
    '你自己看',
    '急什么',
    '刚才不是说了吗',
  ],
  replyCategories: [
    '营业与预订',
    '会员业务',
    '收费与发票',
    '球场与练习场',
    '商品',
    '设施与维修',
    '失物招领',
    '其他',
  ],
  factsBeforeSale: true,
  restHours: 11,
  lateGraceMinutes: 5,
  absentAfterMinutes: 60,
  emergencyLeaveMinutes: 60,
  rosterTemplates: [
    { name: '四班两运转', turn: ['early', 'late', 'rest', 'rest'] },
    { name: '早班做五休二', turn: ['early', 'early', 'early', 'early', 'early', 'rest', 'rest'] },
    { name: '早晚轮换做四休二', turn: ['early', 'early', 'late', 'late', 'rest', 'rest'] },
  ],
  workOrderCategories: ['报修', '咨询', '求助', '投诉处理', '建议', '会员业务', '其他'],
  collectiveDays: 7,
  mostlyCountsSatisfied: true,
  followUpAttempts: 3,
  openingItems: [
    { text: '留言、网站和微信消息已查看', check: '' },
    { text: '邮件已查看', check: '' },
    { text: 'POS 机可用、打印纸充足', check: '' },
    { text: '备用金已清点，钱箱已开', check: 'tillOpen' },
    { text: '早班清点已提交', check: 'countDone' },
    { text: '台面整洁，表单和名片齐备', check: '' },
  ],
  closingItems: [
    { text: '门窗已关好', check: '' },
    { text: '空调、灯光等电源已关', check: '' },
    { text: '钱箱已交接或封存', check: 'tillClosed' },
    { text: '贵重物品已入保险柜', check: '' },
    { text: '屏幕和打印机已关', check: '' },
  ],
  openingMinutes: 30,
  closingMinutes: 15,
  incidentLevels: ['一般', '较大', '重大'],
  emergencyContacts: [
    { name: '火警', phone: '119', role: '消防', department: '', level: '重大' },
    { name: '急救', phone: '120', role: '医疗', department: '', level: '重大' },
  ],
  evacuationMinutes: 30,
  inspectionItems: [
    { name: '仪容仪表', standard: '着工装、佩戴工牌，发型妆容整洁', marks: 10 },
    { name: '礼貌用语', standard: '使用标准用语，不说禁用语', marks: 15 },
    { name: '接听电话', standard: '铃响三声内接听，报部门和工号', marks: 15 },
    { name: '接待来访', standard: '起身迎接，登记完整，引导到位', marks: 15 },
    { name: '台账登记', standard: '当时登记，内容完整，不漏不改', marks: 20 },
    { name: '投诉处理', standard: '按时限告知进度，答复有记录', marks: 15 },
    { name: '台面环境', standard: '台面整洁，表单物品归位', marks: 10 },
  ],
};

/** The shift that runs at a civil `HH:mm`, or undefined between shifts; one ending earlier than it starts goes over midnight. */
export function shiftAt(shifts: readonly ShiftHours[], time: string): ShiftHours | undefined {
  return shifts.find(({ from, to }) => (from <= to ? time >= from && time < to : time >= from || time < to));
}

/** The settings as stored, with the defaults of whatever came later than the record. */
export function settingsFrom(stored: Partial<Settings>): Settings {
  return {
    ...DEFAULT_SETTINGS,
    ...stored,
    prefixes: { ...DEFAULT_PREFIXES, ...stored.prefixes },
    clocks: { ...DEFAULT_SETTINGS.clocks, ...stored.clocks },
    enquiryStandards: { ...DEFAULT_SETTINGS.enquiryStandards, ...stored.enquiryStandards },
  };
}
