/** What the demo club's days are made of. Phones are of ranges nobody has; names are made up. */
export const CLUB = '青岛海湾高尔夫俱乐部';

export const DEPARTMENTS = [
  '前台',
  '会籍部',
  '球场部',
  '教练部',
  '餐饮部',
  '工程部',
  '财务部',
  '人事行政部',
] as const;

export const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
];
export const GIVEN = [
  '伟',
  '芳',
  '娜',
  '秀英',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '秀兰',
  '霞',
  '平',
  '刚',
  '桂英',
  '晓彤',
  '一鸣',
  '子涵',
  '雨欣',
  '浩然',
  '思远',
  '佳怡',
  '梓轩',
  '文博',
  '雅琴',
  '建国',
  '志强',
  '海燕',
];

/** Names with characters that many fonts lack; every club has a few. */
export const RARE_NAMES = ['陶𬭚', '王𫖮', '䶮志远', '李㛃', '张𬍛'];

export const COMPANIES = [
  '海信集团',
  '青岛啤酒',
  '崂山矿泉水',
  '中建八局',
  '顺丰速运',
  '青岛银行',
  '海尔智家',
  '鲁商置业',
  '碧波草坪养护',
  '恒源球具',
  '金海岸旅行社',
  '蓝湾物业',
  '东方体育用品',
  '城阳电梯维保',
  '胶州湾律师事务所',
  '岛城广告',
];

export const PURPOSES = [
  ['咨询', 30],
  ['会员业务', 25],
  ['供应商', 16],
  ['面试', 6],
  ['投诉', 3],
  ['求助', 5],
  ['报修', 4],
  ['建议', 4],
  ['其他', 7],
] as const;

export const DETAILS: Readonly<Record<string, readonly string[]>> = {
  咨询: ['询问会籍价格', '询问练习场时段', '询问青少年课程', '询问团队订场', '询问周末球车费用'],
  会员业务: ['会籍续费', '补办会员卡', '家属卡办理', '储物柜续租', '变更联系方式'],
  供应商: ['送草种样品', '送球具', '对账', '设备维保', '送饮料'],
  面试: ['应聘客服专员', '应聘球童', '应聘厨师'],
  投诉: ['练习场球质', '等候时间过长'],
  求助: ['借轮椅', '找人', '借充电线', '车辆无法启动'],
  报修: ['更衣室水龙头', '球车故障', '储物柜锁坏'],
  建议: ['增加遮阳棚', '延长夜场时间'],
  其他: ['参观会所', '拍摄外景', '送文件'],
};

export const HOSTS = ['', '', '', '李经理', '王主任', '陈总', '赵教练', '周主管'];
export const PLATE_LETTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ'];

export const LOST_THINGS = [
  { name: '雨伞', place: '大堂伞架', feature: '黑色长柄', kind: 'ordinary' },
  { name: '7 号铁杆', place: '练习场 7 打位', feature: '钢杆身', kind: 'ordinary' },
  { name: '棒球帽', place: '练习场', feature: '白色', kind: 'ordinary' },
  { name: '阅读眼镜', place: '会员休息室', feature: '玳瑁框', kind: 'ordinary' },
  { name: '车钥匙', place: '停车场 B 区', feature: '带皮扣', kind: 'ordinary' },
  { name: '充电宝', place: '大堂沙发', feature: '银色', kind: 'ordinary' },
  { name: '手套', place: '出发台', feature: '左手 23 码', kind: 'ordinary' },
  { name: '水杯', place: '餐厅', feature: '蓝色保温杯', kind: 'ordinary' },
  { name: '手表', place: '更衣室 12 号柜', feature: '银色表带', kind: 'valuable' },
  { name: '金戒指', place: '淋浴间', feature: '素圈', kind: 'valuable' },
] as const;
