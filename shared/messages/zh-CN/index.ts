/** The Chinese catalogue. Each feature has one file; its refusals join the common ones. */
import { app } from './app';
import { help } from './help';
import { refusal } from './refusal';
import { settings } from './settings';
import { ui } from './ui';
import { visits, visitsRefusal } from './visits';

export const zhCN = {
  app,
  help,
  refusal: {
    ...refusal,
    ...visitsRefusal,
  },
  settings,
  ui,
  visits,
} as const;
