/** Columns of paper-era registers, by the names they have on the forms (FORMS.md) and in people's own sheets. */
import { LIST_WORDS } from './words';
import { plainHeading } from './cells';

/** The registers that can be taken over. */
export const REGISTERS = ['visits', 'lostItems', 'customers'] as const;
export type ImportRegister = (typeof REGISTERS)[number];

export interface PaperColumn {
  readonly key: string;
  readonly title: string;
  /** Other names of the column. */
  readonly also: readonly string[];
  /** A sheet without this column is not taken over. */
  readonly required?: true;
  /** An empty cell means what stands above: people write a day once. */
  readonly carried?: true;
  /** Width on the sample sheet, in characters. */
  readonly width: number;
}

const column = (
  key: string,
  names: string,
  width: number,
  more: Pick<PaperColumn, 'required' | 'carried'> = {},
): PaperColumn => {
  const [title = '', ...also] = names.split(' ');
  return { key, title, also, width, ...more };
};

/** In the order of the sample sheets. */
export const COLUMNS: Readonly<Record<ImportRegister, readonly PaperColumn[]>> = {
  visits: [
    column('day', '日期 来访日期 登记日期 年月日', 14, { required: true, carried: true }),
    column('no', '编号 登记编号 原编号', 12),
    column('name', '姓名 来访人 来访者 客户姓名 访客', 10, { required: true }),
    column('people', '人数 来访人数', 6),
    column('company', '单位 来自 工作单位 公司 来访单位', 18),
    column('phone', '联系电话 电话 手机 手机号 手机号码 联系方式', 16),
    column('purpose', '来访事由 事由 来访目的 目的', 14),
    column('visiting', '被访部门/人 被访部门 被访人 接洽部门 找谁', 14),
    column('plate', '车牌 车牌号 车号', 12),
    column('badge', '胸牌 胸牌号 访客牌', 8),
    column('timeIn', '来访时间 来时 进入时间 到达时间 进场时间', 10),
    column('timeOut', '离开时间 走时 离去时间 离场时间', 10),
    column('receivedBy', '接待人 登记人 接待员 经办人', 10),
    column('outcome', '处理结果 结果 处理情况', 18),
    column('remark', '备注 说明', 18),
  ],
  lostItems: [
    column('no', '编号 登记编号 原编号', 12),
    column('day', '拾获日期 日期 拾到日期 捡到日期 登记日期', 14, { required: true, carried: true }),
    column('time', '时间 拾获时间', 8),
    column('place', '地点 拾获地点 拾到地点', 14, { required: true }),
    column('name', '物品名称 物品 品名 名称', 14, { required: true }),
    column('features', '特征 物品特征', 22),
    column('quantity', '数量 件数', 6),
    column('valueKind', '价值类别 类别 物品类别', 10),
    column('amount', '金额 现金金额', 8),
    column('finder', '拾获人 拾到人 捡到人 拾得人', 10),
    column('phone', '电话 拾获人电话 联系电话', 16),
    column('storage', '存放处 存放地点 存放', 12),
    column('bagNo', '封袋号 封条号', 10),
    column('status', '状态', 10),
    column('goneDay', '认领/移交日期 认领日期 领取日期 移交日期', 14),
    column('claimant', '认领人 领取人', 10),
    column('claimantPhone', '认领人电话 领取人电话', 16),
    column('last4', '证件后四位 证件号后四位 证件', 10),
    column('result', '处理结果 结果', 14),
    column('remark', '备注 说明', 18),
  ],
  customers: [
    column('name', '姓名 客户 客户姓名 会员姓名', 10, { required: true }),
    column('phone', '联系电话 电话 手机 手机号 手机号码', 16, { required: true }),
    column('vip', 'VIP 贵宾 VIP客户 重要客户', 8),
    column('focus', '重点关注 关注', 10),
    column('reason', '原因 关注原因 说明 备注', 24),
  ],
};

/** A column that many sheets have and no record needs: its heading is known and passed over. */
const PASSED_OVER: ReadonlySet<string> = new Set(LIST_WORDS.passedOver.map(plainHeading));

/** Which field each column of the file goes to; null: none. */
export type Mapping = readonly (string | null)[];

/** The fields that headings name; of two columns with one name the first counts. */
export function matchColumns(register: ImportRegister, headings: readonly string[]): Mapping {
  const names = new Map(
    COLUMNS[register].flatMap(({ key, title, also }) =>
      [title, ...also].map((name) => [plainHeading(name), key] as const),
    ),
  );
  const taken = new Set<string>();
  return headings.map((heading) => {
    const key = names.get(plainHeading(heading)) ?? null;
    if (key === null || taken.has(key)) return null;
    taken.add(key);
    return key;
  });
}

/** True for a column whose being left out needs no word. */
export function isPassedOver(heading: string): boolean {
  return heading.trim() === '' || PASSED_OVER.has(plainHeading(heading));
}

/** Required fields that no column goes to. */
export function missingFrom(register: ImportRegister, mapping: Mapping): readonly PaperColumn[] {
  return COLUMNS[register].filter(({ key, required }) => required && !mapping.includes(key));
}

/** Title of a field's column, for messages. */
export function titleOf(register: ImportRegister, key: string): string {
  return COLUMNS[register].find((one) => one.key === key)?.title ?? key;
}
