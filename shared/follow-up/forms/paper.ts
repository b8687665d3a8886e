/** The papers of follow-up: 初步统计分析报告, 执行方案通知, 回访意见书, 服务评审报告; A4 portrait (FORMS). */
import type { Block, FormDoc } from '../../forms/model';
import { followUp } from '../../messages/zh-CN/follow-up';
import { paperTitle, spanText } from '../paper-text';
import type { PaperType, Section } from '../schema';
import { figuresTable, type NamedFigures } from './month';

/** Input of the form `service-paper`. */
export interface ServicePaperInput {
  readonly club: string;
  readonly type: PaperType;
  /** `2026-11`, `2026-Q4` or `2026`. */
  readonly period: string;
  /** The department's name, or 全部部门. */
  readonly scope: string;
  readonly rows: readonly NamedFigures[];
  readonly total: NamedFigures;
  readonly mostlyCounts: boolean;
  readonly sections: readonly { readonly id: Section; readonly text: string }[];
  readonly measures: readonly { readonly text: string; readonly to: string; readonly due: string }[];
}

const words = followUp.paper;
const form = followUp.form;

export function servicePaper(input: ServicePaperInput): FormDoc {
  const { club, type, period, scope, rows, total, mostlyCounts, sections, measures } = input;
  const heading = (text: string): readonly Block[] => [
    { type: 'space', mm: 3 },
    { type: 'text', style: 'heading', text },
  ];
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: paperTitle(type, period),
    subtitle: `${spanText(period)}　${scope}`,
    reference: period,
    blocks: [
      ...sections
        .filter(({ text }) => text !== '')
        .flatMap(({ id, text }): readonly Block[] => [
          ...heading(words.section[id]),
          { type: 'text', text },
          ...(id === 'summary'
            ? [
                { type: 'space', mm: 2 } as const,
                figuresTable(rows, total, mostlyCounts),
                {
                  type: 'text',
                  style: 'small',
                  text: mostlyCounts ? followUp.figures.noteCounts : followUp.figures.noteStrict,
                } as const,
              ]
            : []),
        ]),
      ...(measures.length === 0
        ? []
        : [
            ...heading(form.measuresHead),
            {
              type: 'table',
              columns: [
                { title: form.index, width: 12, align: 'right', noWrap: true },
                { title: words.measureText, width: 110 },
                { title: words.measureTo, width: 28 },
                { title: words.measureDue, width: 38, noWrap: true },
              ],
              rows: measures.map(({ text, to, due }, index) => [String(index + 1), text, to, due]),
            } as const,
          ]),
      { type: 'signatures', lines: [{ label: form.preparedBy }, { label: form.approvedBy }] },
    ],
  };
}
