/** The Chinese catalogue. Each feature has one file; its refusals join the common ones. */
import { app } from './app';
import { refusal } from './refusal';
import { ui } from './ui';
import { visits, visitsRefusal } from './visits';

export const zhCN = { app, ui, visits, refusal: { ...refusal, ...visitsRefusal } } as const;
