/** The English catalogue, with the keys of the Chinese one. */
import { app } from './app';
import { refusal } from './refusal';
import { ui } from './ui';
import { visits, visitsRefusal } from './visits';

export const en = { app, ui, visits, refusal: { ...refusal, ...visitsRefusal } } as const;
