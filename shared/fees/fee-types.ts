/** Fee types as somebody types them in the settings: one a line, `会费：POS 机可用、会籍协议`. */
import type { FeeType } from '../core/settings';
import { linesOf } from '../core/text';

export function feeTypesText(types: readonly FeeType[]): string {
  return types
    .map(({ name, checklist }) => (checklist.length === 0 ? name : `${name}：${checklist.join('、')}`))
    .join('\n');
}

/** Items of a list are apart by 、 or commas; doubled ones count once. */
export function parseFeeTypes(typed: string): readonly FeeType[] {
  return linesOf(typed).map((line) => {
    const [, name = line, items = ''] = /^([^：:]*)[：:](.*)$/u.exec(line) ?? [];
    const checklist = items.split(/[、,，;；]/u).map((item) => item.trim());
    return { name: name.trim(), checklist: [...new Set(checklist)].filter((item) => item !== '') };
  });
}
