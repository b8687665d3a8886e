/** The English catalogue, with the keys of the Chinese one. */
import { app } from './app';
import { refusal } from './refusal';
import { ui } from './ui';

export const en = { app, ui, refusal } as const;
