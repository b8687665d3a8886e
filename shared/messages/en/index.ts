/** The English catalogue, with the keys of the Chinese one. */
import { app } from './app';
import { help } from './help';
import { print } from './print';
import { refusal } from './refusal';
import { settings } from './settings';
import { ui } from './ui';
import { visits, visitsRefusal } from './visits';

export const en = {
  app,
  help,
  print,
  refusal: {
    ...refusal,
    ...visitsRefusal,
  },
  settings,
  ui,
  visits,
} as const;
