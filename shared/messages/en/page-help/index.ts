/** Help of every page, fetched when the help sheet is opened in English. */
import type { PageHelps } from '../../page-help';
import { deskHelp } from './desk';
import { moneyHelp } from './money';
import { serviceHelp } from './service';
import { shopHelp } from './shop';
import { teamHelp } from './team';
import { upkeepHelp } from './upkeep';

export const pageHelp: PageHelps = {
  ...deskHelp,
  ...serviceHelp,
  ...shopHelp,
  ...moneyHelp,
  ...teamHelp,
  ...upkeepHelp,
};
