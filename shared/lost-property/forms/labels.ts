/** 遗留物品标签: 60×40 mm label, or an A4 sheet of them (FORMS). */
import type { Block, FormDoc } from '../../forms/model';
import { fill } from '../../messages/fill';
import { lostProperty as words } from '../../messages/zh-CN/lost-property';

export interface LabelData {
  readonly no: string;
  readonly name: string;
  readonly foundDay: string;
  readonly storage: string;
}

/** Input of the forms `lost-label` and `lost-label-sheet`. */
export interface LabelInput {
  readonly labels: readonly LabelData[];
}

const WIDTH_MM = 60;
const HEIGHT_MM = 40;

/** A label: number under its barcode, which a scanner types back; no features, no names. */
function labelBlocks({ no, name, foundDay, storage }: LabelData): readonly Block[] {
  return [
    { type: 'text', text: name, style: 'bold', align: 'center' },
    { type: 'barcode', symbology: 'code128', text: no, widthMm: 52, heightMm: 16 },
    {
      type: 'text',
      text: `${foundDay}　${fill(words.form.keep, { storage })}`,
      style: 'small',
      align: 'center',
    },
  ];
}

/** One label a page of 60×40 mm. */
export function lostLabel({ labels }: LabelInput): FormDoc {
  const cells = labels.map(labelBlocks);
  return {
    paper: { size: 'label', widthMm: WIDTH_MM, heightMm: HEIGHT_MM },
    club: '',
    title: '',
    subtitle: '',
    blocks: [{ type: 'grid', cellWidthMm: WIDTH_MM, cellHeightMm: HEIGHT_MM, cells }],
  };
}

/** Three columns of labels on A4. */
export function lostLabelSheet({ labels }: LabelInput): FormDoc {
  const cells = labels.map(labelBlocks);
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club: '',
    title: '',
    subtitle: '',
    blocks: [{ type: 'grid', cellWidthMm: WIDTH_MM, cellHeightMm: HEIGHT_MM, cells }],
  };
}
