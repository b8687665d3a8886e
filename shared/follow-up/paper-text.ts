/** The text a paper starts from: the figures in words and what dissatisfied customers said; a lead edits it. */
import { fill } from '../messages/fill';
import { followUp } from '../messages/zh-CN/follow-up';
import type { CountedCall } from './counted';
import { doneRate, rateText, satisfactionRate } from './figures';
import type { PaperFigures, PaperType, Section } from './schema';

const words = followUp.paper;

/** `2026 年 11 月`, `2026 年第 4 季度`, `2026 年度`. */
export function spanText(period: string): string {
  const [year = '', part = ''] = period.split('-');
  if (part === '') return fill(words.yearText, { year });
  if (part.startsWith('Q')) return fill(words.quarter, { year, quarter: part.slice(1) });
  return fill(words.monthText, { year, month: Number(part) });
}

/** 季度回访意见书, 年度服务评审报告 …: papers that are made for a quarter or a year say so. */
export function paperTitle(type: PaperType, period: string): string {
  const [, part = ''] = period.split('-');
  const span = part === '' ? 'year' : part.startsWith('Q') ? 'quarter' : 'month';
  const isPeriodic = type === 'opinion' || type === 'review';
  return `${isPeriodic ? words.span[span] : ''}${words.type[type]}`;
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
  readonly calls: readonly CountedCall[];
}

export function paperTexts(input: PaperTextInput): Readonly<Record<Section, string>> {
  const { period, scope, total, mostlyCounts, calls } = input;
  const opinions = calls
    .filter(({ opinion }) => opinion !== '')
    // What the dissatisfied said stands first.
    .sort((a, b) => Number(b.satisfaction === 'dissatisfied') - Number(a.satisfaction === 'dissatisfied'))
    .slice(0, MOST_OPINIONS)
    .map(({ opinion, of }, index) => `${index + 1}. ${opinion}（${of.no}）`);
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
