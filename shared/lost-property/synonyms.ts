/** Words that mean one thing at a club's desk, and the category each group belongs to. Clubs add theirs as a setting. */

export interface SynonymGroup {
  /** A default category of `settings.lostCategories`; '' for colours and makes, which go with any. */
  readonly category: string;
  readonly words: readonly string[];
}

const group = (category: string, words: string): SynonymGroup => ({ category, words: words.split(' ') });

/** The longest word comes to be found first, so that 太阳镜 is not taken for 镜. */
export const SYNONYMS: readonly SynonymGroup[] = [
  group('雨伞', '雨伞 伞 折叠伞 长柄伞 遮阳伞 阳伞'),
  group('衣物鞋帽', '外套 夹克 上衣 外衣 风衣'),
  group('衣物鞋帽', '球帽 帽子 棒球帽 遮阳帽 帽'),
  group('衣物鞋帽', '毛衣 毛衫 针织衫 羊毛衫'),
  group('衣物鞋帽', '球衣 T恤 短袖 polo衫'),
  group('衣物鞋帽', '裤子 长裤 短裤 运动裤'),
  group('衣物鞋帽', '球鞋 鞋子 运动鞋 高尔夫鞋 鞋'),
  group('衣物鞋帽', '手套 球手套'),
  group('衣物鞋帽', '围巾 丝巾 披肩'),
  group('衣物鞋帽', '皮带 腰带'),
  group('衣物鞋帽', '毛巾 浴巾 擦杆巾'),
  group('球杆球具', '球杆 杆 铁杆 木杆 推杆 挖起杆 铁木杆 一号木 发球木'),
  group('球杆球具', '球包 杆包 高尔夫包'),
  group('球杆球具', '高尔夫球 球'),
  group('球杆球具', '测距仪 测距望远镜 望远镜'),
  group('球杆球具', '杆套 杆头套 球杆套'),
  group('球杆球具', '果岭叉 马克 球标 球托'),
  group('手机数码', '手机 电话 iPhone 苹果手机 华为手机 小米手机'),
  group('手机数码', '耳机 蓝牙耳机 AirPods 耳塞'),
  group('手机数码', '充电宝 移动电源'),
  group('手机数码', '充电器 充电头 数据线 充电线'),
  group('手机数码', '平板 iPad 平板电脑'),
  group('手机数码', '电脑 笔记本电脑 笔记本'),
  group('手机数码', '相机 照相机 摄像机'),
  group('手机数码', 'U盘 优盘 移动硬盘'),
  group('手表首饰', '手表 腕表 表 男表 女表 智能手表 手环'),
  group('手表首饰', '戒指 指环 婚戒 钻戒'),
  group('手表首饰', '项链 吊坠'),
  group('手表首饰', '手链 手镯 镯子'),
  group('手表首饰', '耳环 耳钉'),
  group('钱包现金', '钱包 皮夹 钱夹 卡包 零钱包'),
  group('钱包现金', '现金 钱 人民币 纸币'),
  group('证件卡类', '身份证 证件 居民身份证'),
  group('证件卡类', '驾驶证 驾照 行驶证'),
  group('证件卡类', '银行卡 信用卡 储蓄卡'),
  group('证件卡类', '会员卡 会籍卡 球卡'),
  group('证件卡类', '护照 通行证'),
  group('钥匙', '钥匙 车钥匙 钥匙串 门钥匙 遥控钥匙'),
  group('眼镜', '太阳镜 墨镜 太阳眼镜'),
  group('眼镜', '眼镜 近视镜 老花镜 阅读眼镜 花镜'),
  group('包袋', '背包 双肩包 书包'),
  group('包袋', '手提包 提包 手袋 女包 挎包 手包'),
  group('包袋', '袋子 购物袋 纸袋 手提袋'),
  group('水杯', '水杯 保温杯 杯子 水壶 水瓶'),
  group('儿童用品', '玩具 玩偶 娃娃 公仔'),
  group('儿童用品', '奶瓶 水壶杯 童车'),
  group('食品', '水果 食品 蛋糕 点心 零食 茶叶 酒 香烟 烟'),
  group('其他', '打火机 火机'),
  group('其他', '书 书籍 笔记簿 本子'),
  group('', '黑 黑色 深色'),
  group('', '白 白色'),
  group('', '银 银色 银白'),
  group('', '金 金色 香槟金'),
  group('', '红 红色 酒红'),
  group('', '蓝 蓝色 藏青 深蓝'),
  group('', '绿 绿色 墨绿'),
  group('', '黄 黄色'),
  group('', '灰 灰色'),
  group('', '棕 棕色 咖啡色 褐色'),
  group('', '粉 粉色 粉红'),
  group('', '紫 紫色'),
  group('', '男 男士 男式 男款'),
  group('', '女 女士 女式 女款'),
];

/** The built-in groups with the club's own. */
export function groupsWith(own: readonly (readonly string[])[]): readonly SynonymGroup[] {
  return own.length === 0 ? SYNONYMS : [...SYNONYMS, ...own.map((words) => ({ category: '其他', words }))];
}

/** The category a name points to, by its longest known word; '' when none is known. */
export function guessCategory(name: string): string {
  const text = name.toLowerCase();
  let best = { category: '', length: 0 };
  for (const { category, words } of SYNONYMS)
    for (const word of words)
      if (category !== '' && word.length > best.length && text.includes(word.toLowerCase()))
        best = { category, length: word.length };
  return best.category;
}
