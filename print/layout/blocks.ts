/** Each kind of block to its section. */
import type { Block, GridBlock } from '../../shared/forms/model';
import { mm } from '../units';
import { barChartSection } from './bar-chart';
import { barcodeSection } from './barcode';
import { fieldsSection } from './fields';
import { single, type Room, type Section } from './section';
import { signaturesSection } from './signatures';
import { tableSection } from './table';
import { textSection } from './text-block';

/** Every block but a grid, which is a sheet of its own (see sheet.ts). Throws RangeError on a grid inside a form. */
export function sectionOf(block: Exclude<Block, GridBlock>, room: Room): Section {
  switch (block.type) {
    case 'table':
      return tableSection(block, room);
    case 'fields':
      return fieldsSection(block, room);
    case 'text':
      return textSection(block, room);
    case 'signatures':
      return signaturesSection(block, room);
    case 'barcode':
      return barcodeSection(block, room);
    case 'barChart':
      return barChartSection(block, room);
    case 'space':
      return single({ height: mm(block.mm), paint: () => undefined }, 0);
  }
}
