/** `servicePaper.save`: a report or notice drawn from the figures, its text edited by a lead; each saving is a version in its log. */
import { accept, refuse, type Command } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import { monthsOf } from './figures';
import {
  FOLLOW_UP_LIMITS,
  PAPER_TYPES,
  isPaper,
  paperId,
  type Measure,
  type PaperFigures,
  type PaperType,
  type Section,
  type ServicePaperBody,
} from './schema';

/** Parts of each paper in their order. */
export const SECTIONS_OF: Readonly<Record<PaperType, readonly Section[]>> = {
  analysis: ['summary', 'findings', 'measures'],
  measures: ['summary', 'findings'],
  opinion: ['summary', 'findings', 'opinion'],
  review: ['summary', 'findings', 'measures', 'opinion'],
};

/** Papers that set measures with a person and a day. */
export const hasMeasures = (type: PaperType): boolean => type === 'measures' || type === 'review';

export interface SavePaper {
  readonly type: string;
  readonly period: string;
  readonly department: string;
  readonly figures: readonly PaperFigures[];
  readonly mostlyCounts: boolean;
  readonly texts: Readonly<Record<Section, string>>;
  readonly measures: readonly Measure[];
}

/** Blank measures are left out; one with a person or a day but no text is refused. */
function checkMeasures(checks: Checks, typed: readonly Measure[]): readonly Measure[] {
  const { measure: max, measures: most } = FOLLOW_UP_LIMITS;
  const kept = typed.filter(({ text, to, due }) => text.trim() !== '' || to !== '' || due !== '');
  if (kept.length > most) checks.refuse('measureLines', 'badNumber', { min: 0, max: most });
  return kept.map((one) => ({
    ...one,
    text: checks.text('measureLines', one.text, { max, required: true }),
  }));
}

/** Refusals of a text stand under its section, of measures under `measureLines`. */
export const savePaper: Command<SavePaper> = {
  type: 'servicePaper.save',
  roles: ['lead', 'manager'],
  reads: ({ type, period, department }) => [
    { name: 'paper', collection: 'tickets', ids: [paperId(type as PaperType, period, department)] },
  ],
  decide: (input, loaded, context) => {
    const checks = new Checks();
    const type = checks.choice('type', input.type, PAPER_TYPES);
    if (monthsOf(input.period).length === 0) checks.refuse('period', 'required');
    if (!type) return refuse(...checks.refusals);
    const sections = SECTIONS_OF[type].map((id) => ({
      id,
      text: checks.text(id, input.texts[id], {
        max: FOLLOW_UP_LIMITS.section,
        required: id === 'summary',
        lines: true,
      }),
    }));
    const measures = hasMeasures(type) ? checkMeasures(checks, input.measures) : [];
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const before = loaded.paper?.find(isPaper);
    const { period, department, figures, mostlyCounts } = input;
    const body: ServicePaperBody = {
      ...(before?.body ?? { v: 1 }),
      type,
      period,
      department,
      figures,
      mostlyCounts,
      sections,
      measures,
    };
    const changes = before ? changesBetween(before.body, body, ['figures', 'sections', 'measures']) : [];
    if (before && changes.length === 0) return refuse({ code: 'paperUnchanged' });
    const { day, desk, actor, now: at } = context;
    const base = before ?? {
      id: paperId(type, period, department),
      kind: 'servicePaper' as const,
      status: 'active' as const,
      day,
      dueAt: NEVER_DUE,
      desk,
      by: actor.id,
      at,
      key: actor.id,
    };
    const why = changes.length > 0 ? { changes } : {};
    return accept({
      collection: 'tickets',
      doc: { ...base, body: withLog(body, context, 'servicePaper.save', why) },
    });
  },
};
