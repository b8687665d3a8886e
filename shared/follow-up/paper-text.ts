/** The text a paper starts from: the figures in words and what dissatisfied customers said; a lead edits it. */
import { fill } from '../messages/fill';
import { followUp } from '../messages/zh-CN/follow-up';
import { doneRate, rateText, satisfactionRate } from './figures';
import type { FollowUp, PaperFigures, Section } from './schema';

const words = followUp.paper;

/** `2026-11`, `2026 年第 4 季度`, `2026 年度`. */
export function spanText(period: string): string {
  const [year = '', part = ''] = period.split('-');
  if (part === '') return fill(words.yearText, { year });
  return part.startsWith('Q') ? fill(words.quarter, { year, quarter: part.slice(1) }) : period;
}

/** Most opinions that are written out. */
const MOST_OPINIONS = 20;

export interface PaperTextInput {
  readonly period: string;
  /** Department's name, or 全部部门. */
  readonly scope: string;
  readonly total: PaperFigures;
  readonly mostlyCounts: boolean;
  /** Calls of the period. */
  readonly followUps: readonly FollowUp[];
}

export function paperTexts(input: PaperTextInput): Readonly<Record<Section, string>> {
  const { period, scope, total, mostlyCounts, followUps } = input;
  const opinions = followUps
    .filter(({ status, body }) => status !== 'void' && body.opinion !== '')
    // What the dissatisfied said stands first.
    .sort(
      (a, b) =>
        Number(b.body.satisfaction === 'dissatisfied') - Number(a.body.satisfaction === 'dissatisfied'),
    )
    .slice(0, MOST_OPINIONS)
    .map(({ body }, index) => `${index + 1}. ${body.opinion}（${body.no ?? ''}）`);
  return {
    summary: fill(words.summaryText, {
      period: spanText(period),
      scope,
      planned: total.planned,
      done: total.done,
      doneRate: rateText(doneRate(total)),
      reached: total.reached,
      satisfied: total.satisfied,
      mostly: total.mostly,
      dissatisfied: total.dissatisfied,
      rate: rateText(satisfactionRate(total, mostlyCounts)),
    }),
    findings: opinions.length === 0 ? words.noFindings : [words.findingsText, ...opinions].join('\n'),
    measures: words.measuresText,
    opinion: words.opinionText,
  };
}
