/** The Chinese catalogue. Each feature has one file; its refusals join the common ones. */
import { app } from './app';
import { refusal } from './refusal';
import { ui } from './ui';

export const zhCN = { app, ui, refusal } as const;
