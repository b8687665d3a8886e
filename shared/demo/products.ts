/** The demo club's shop: suppliers and what stands on its shelves, acknowledged and on sale. */
import { instantOf } from '../core/time';
import { acknowledgeFacts } from '../products/acknowledge';
import { EMPTY_PRODUCT } from '../products/fields';
import { putOnSale } from '../products/put-on-sale';
import { saveProduct } from '../products/save-product';
import { saveSupplier } from '../products/save-supplier';
import type { Product } from '../products/schema';
import type { DemoClub } from './club';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';

const SUPPLIERS = [
  ['青岛远航体育用品有限公司', '于经理', '053285550101', '7'],
  ['上海果岭贸易有限公司', '沈先生', '02165550102', '10'],
  ['崂山饮品配送部', '刘姐', '13900005503', '2'],
  ['海滨食品商行', '赵老板', '13900005504', '1'],
] as const;

/** name, spec, unit, category, price, member price or '', cost, supplier index, shelf, reorder point, display minimum, pack `unit×size` or ''. Yuan. */
type Row = readonly [
  string,
  string,
  string,
  string,
  number,
  number | '',
  number,
  number,
  string,
  number,
  number,
  string,
];

const BALLS: readonly Row[] = [
  ['高尔夫球 三层', '3 粒装', '盒', '高尔夫球', 120, 108, 72, 0, 'A-01', 6, 4, '箱×12'],
  ['高尔夫球 双层', '12 粒装', '盒', '高尔夫球', 268, 238, 150, 0, 'A-01', 4, 3, ''],
  ['高尔夫球 四层 巡回赛级', '12 粒装', '盒', '高尔夫球', 498, 458, 310, 1, 'A-01', 3, 2, ''],
  ['高尔夫球 彩色哑光', '12 粒装', '盒', '高尔夫球', 318, 288, 190, 1, 'A-01', 3, 2, ''],
  ['高尔夫球 女士低压缩', '12 粒装', '盒', '高尔夫球', 288, 258, 168, 1, 'A-01', 3, 2, ''],
  ['练习球 二手精选', '20 粒袋装', '袋', '高尔夫球', 98, '', 40, 0, 'A-01', 5, 3, ''],
];
const SIZES = ['21', '22', '23', '24', '25', '26'] as const;
const GLOVES: readonly Row[] = [
  ...SIZES.map((size): Row => ['手套 左手', size, '只', '手套', 60, 54, 28, 0, 'A-02', 6, 4, '']),
  ...(['18', '19', '20', '21'] as const).map((size): Row => [
    '手套 女士双手',
    size,
    '副',
    '手套',
    98,
    88,
    46,
    0,
    'A-02',
    4,
    3,
    '',
  ]),
  ...(['22', '23', '24', '25'] as const).map((size): Row => [
    '手套 羊皮左手',
    size,
    '只',
    '手套',
    158,
    142,
    82,
    1,
    'A-02',
    3,
    2,
    '',
  ]),
  ['手套 雨天防滑', '均码', '副', '手套', 128, 118, 66, 1, 'A-02', 3, 2, ''],
];
const ACCESSORIES: readonly Row[] = [
  ['球钉 木制', '20 支', '包', '球钉与配件', 15, '', 5, 0, 'A-03', 20, 10, '盒×24'],
  ['球钉 塑胶阶梯', '10 支', '包', '球钉与配件', 20, '', 7, 0, 'A-03', 15, 8, ''],
  ['果岭叉', '锌合金', '个', '球钉与配件', 35, 30, 12, 0, 'A-03', 6, 4, ''],
  ['球位标 磁吸', '帽夹', '个', '球钉与配件', 28, '', 9, 0, 'A-03', 6, 4, ''],
  ['划线器', '三线', '个', '球钉与配件', 25, '', 8, 0, 'A-03', 4, 3, ''],
  ['球杆清洁刷', '双面', '把', '球钉与配件', 38, 34, 14, 0, 'A-03', 4, 3, ''],
  ['防晒霜', 'SPF50 60 ml', '支', '球钉与配件', 88, 79, 45, 1, 'A-03', 5, 4, ''],
  ['防蚊喷雾', '80 ml', '瓶', '球钉与配件', 36, '', 15, 1, 'A-03', 5, 4, ''],
  ['擦汗毛巾', '40×100', '条', '球钉与配件', 48, 43, 20, 0, 'A-03', 5, 4, ''],
  ['球袋雨罩', '通用', '个', '球钉与配件', 68, 62, 30, 0, 'A-04', 3, 2, ''],
  ['雨伞 双层防风', '62 寸', '把', '球钉与配件', 198, 178, 105, 1, 'A-04', 4, 3, ''],
  ['握把', '标准', '个', '球钉与配件', 65, 60, 32, 1, 'A-04', 6, 4, ''],
  ['测距仪电池', 'CR2', '粒', '球钉与配件', 25, '', 9, 0, 'A-03', 8, 6, '板×5'],
  ['软钉', '快卡 18 粒', '套', '球钉与配件', 98, 88, 45, 0, 'A-03', 3, 2, ''],
];
const CLOTHES: readonly Row[] = [
  ...(['S', 'M', 'L', 'XL', 'XXL'] as const).map((size): Row => [
    '短袖球衣 男',
    size,
    '件',
    '服饰',
    398,
    358,
    190,
    1,
    'B-02',
    3,
    2,
    '',
  ]),
  ...(['S', 'M', 'L', 'XL'] as const).map((size): Row => [
    '短袖球衣 女',
    size,
    '件',
    '服饰',
    378,
    338,
    180,
    1,
    'B-02',
    3,
    2,
    '',
  ]),
  ...(['30', '32', '34', '36'] as const).map((size): Row => [
    '长裤 男',
    size,
    '条',
    '服饰',
    458,
    418,
    230,
    1,
    'B-03',
    2,
    2,
    '',
  ]),
  ...(['M', 'L', 'XL'] as const).map((size): Row => [
    '防风背心',
    size,
    '件',
    '服饰',
    498,
    448,
    260,
    1,
    'B-03',
    2,
    1,
    '',
  ]),
  ...(['M', 'L', 'XL'] as const).map((size): Row => [
    '雨衣套装',
    size,
    '套',
    '服饰',
    698,
    628,
    380,
    1,
    'B-03',
    2,
    1,
    '',
  ]),
];
const HATS: readonly Row[] = [
  ['棒球帽 会标', '均码', '顶', '帽子与袜子', 128, 115, 48, 0, 'B-04', 6, 4, ''],
  ['空顶帽', '均码', '顶', '帽子与袜子', 98, 88, 38, 0, 'B-04', 5, 4, ''],
  ['渔夫帽 遮阳', '均码', '顶', '帽子与袜子', 168, 150, 72, 0, 'B-04', 4, 3, ''],
  ['袜子 男', '39–44', '双', '帽子与袜子', 38, '', 14, 0, 'B-04', 8, 6, ''],
  ['袜子 女', '35–39', '双', '帽子与袜子', 38, '', 14, 0, 'B-04', 8, 6, ''],
  ['冰袖', '均码', '副', '帽子与袜子', 45, '', 16, 0, 'B-04', 6, 5, ''],
];
const CLUBS: readonly Row[] = [
  ['推杆 半月形', '34 寸', '支', '球杆与球包', 1_280, 1_180, 760, 1, 'C-01', 1, 1, ''],
  ['挖起杆', '56°', '支', '球杆与球包', 880, 798, 520, 1, 'C-01', 1, 1, ''],
  ['挖起杆', '60°', '支', '球杆与球包', 880, 798, 520, 1, 'C-01', 1, 1, ''],
  ['7 号铁杆 练习', '钢身', '支', '球杆与球包', 560, 508, 320, 1, 'C-01', 1, 1, ''],
  ['支架包 轻量', '8.5 寸', '个', '球杆与球包', 1_580, 1_428, 920, 1, 'C-02', 1, 1, ''],
  ['衣物包 会标', '45 cm', '个', '球杆与球包', 468, 418, 250, 1, 'C-02', 2, 1, ''],
  ['鞋包', '双格', '个', '球杆与球包', 128, 115, 55, 0, 'C-02', 3, 2, ''],
];
const DRINKS: readonly Row[] = [
  ['矿泉水', '550 ml', '瓶', '饮料', 5, '', 1.2, 2, 'B-01', 48, 24, '箱×24'],
  ['矿泉水 含气', '330 ml', '瓶', '饮料', 12, '', 5, 2, 'B-01', 24, 12, '箱×24'],
  ['电解质水', '600 ml', '瓶', '饮料', 10, '', 4.2, 2, 'B-01', 30, 12, '箱×15'],
  ['可乐', '330 ml', '罐', '饮料', 8, '', 2.4, 2, 'B-01', 24, 12, '箱×24'],
  ['无糖可乐', '330 ml', '罐', '饮料', 8, '', 2.4, 2, 'B-01', 24, 12, '箱×24'],
  ['冰红茶', '500 ml', '瓶', '饮料', 8, '', 2.6, 2, 'B-01', 24, 12, '箱×15'],
  ['椰子水', '350 ml', '瓶', '饮料', 15, '', 7, 2, 'B-01', 12, 8, ''],
  ['功能饮料', '250 ml', '罐', '饮料', 12, '', 5.2, 2, 'B-01', 24, 12, '箱×24'],
  ['啤酒', '330 ml', '罐', '饮料', 18, '', 6.5, 2, 'B-01', 24, 12, '箱×24'],
  ['挂耳咖啡', '10 g', '包', '饮料', 12, '', 4, 2, 'B-01', 20, 10, '盒×20'],
];
const FOOD: readonly Row[] = [
  ['能量棒', '45 g', '条', '食品', 15, '', 7, 3, 'B-05', 20, 10, '盒×12'],
  ['香蕉', '单根', '根', '食品', 5, '', 2, 3, 'B-05', 10, 6, ''],
  ['三明治 火腿', '180 g', '个', '食品', 28, '', 14, 3, 'D-01', 4, 4, ''],
  ['茶叶蛋', '单个', '个', '食品', 4, '', 1.2, 3, 'D-01', 10, 6, ''],
  ['牛肉干', '100 g', '袋', '食品', 48, '', 26, 3, 'B-05', 6, 4, ''],
  ['坚果', '每日 25 g', '袋', '食品', 8, '', 3.6, 3, 'B-05', 20, 10, '盒×30'],
  ['口香糖', '28 g', '瓶', '食品', 15, '', 7, 3, 'B-05', 8, 6, ''],
  ['方便面', '桶装', '桶', '食品', 12, '', 4.5, 3, 'B-05', 10, 6, '箱×12'],
];

const ROWS = [BALLS, GLOVES, ACCESSORIES, CLOTHES, HATS, CLUBS, DRINKS, FOOD].flat();

/** Check digit of a 13-digit barcode. */
function ean13(twelve: string): string {
  const sum = [...twelve].reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}

/** Makes suppliers and products on the evening of `opened`, has every clerk acknowledge them, and puts them on sale. */
export function demoProducts(
  desk: PretendDesk,
  draw: Draw,
  club: DemoClub,
  opened: string,
): readonly Product[] {
  const lead = club.staff.get('1002');
  if (!lead) return [];
  const at = instantOf(opened);
  const suppliers = SUPPLIERS.map(([name, contact, phone, leadDays]) => {
    const id = draw.id(at);
    desk.run(
      saveSupplier,
      { id, name, contact, phone, leadDays, remark: '', active: true },
      draw.id(at),
      at,
      lead,
    );
    return id;
  });
  const ids = ROWS.map(
    (
      [
        name,
        spec,
        unit,
        category,
        price,
        memberPrice,
        cost,
        supplier,
        shelf,
        reorderPoint,
        displayMinimum,
        packed,
      ],
      index,
    ) => {
      const id = draw.id(at);
      const [packUnit = '', packSize = ''] = packed.split('×');
      const serial = String(index + 1).padStart(4, '0');
      const fields = {
        ...EMPTY_PRODUCT,
        sku: `SP${serial}`,
        barcode: ean13(`69012345${serial}`),
        name,
        spec,
        unit,
        category,
        price: String(price),
        memberPrice: String(memberPrice),
        cost: String(cost),
        supplier: suppliers[supplier] ?? '',
        reorderPoint: String(reorderPoint),
        reorderQuantity: String(reorderPoint * 3),
        displayMinimum: String(displayMinimum),
        shelf,
        facts: `${name} ${spec}，按${unit}销售，每${unit} ${price} 元。`,
        packUnit,
        packSize,
        packBarcode: packed === '' ? '' : ean13(`69054321${serial}`),
      };
      desk.run(saveProduct, { id, fields }, draw.id(at), at, lead);
      return id;
    },
  );
  for (const staffNo of ['1001', '1003', '1004']) {
    const clerk = club.staff.get(staffNo);
    if (clerk) desk.run(acknowledgeFacts, { ids }, draw.id(at), at, clerk);
  }
  desk.run(putOnSale, { ids }, draw.id(at), at, lead);
  return ids.map((id) => desk.records.get(id) as Product);
}
