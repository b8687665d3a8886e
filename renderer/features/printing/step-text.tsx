/** Where one sheet of the month stands, in words. */
import type { ReactElement } from 'react';
import { t } from '../../ui/i18n';
import { causeText } from '../../ui/print/cause-text';
import type { Step } from './batch';

interface StepTextProps {
  readonly step: Step;
  /** Name of the printer people read. */
  readonly printer: string;
}

export function StepText({ step, printer }: StepTextProps): ReactElement {
  switch (step.at) {
    case 'waiting':
    case 'making':
    case 'printing':
      return <span className="quiet">{t(`printing.step.${step.at}`)}</span>;
    case 'printed':
      return (
        <span className={step.missing > 0 ? 'due-text' : 'tag good'}>
          {step.missing > 0
            ? t('printing.step.missing', { pages: step.pages, count: step.missing })
            : t('printing.step.printed', { pages: step.pages })}
        </span>
      );
    case 'notMade':
      return <span className="error">{t(`print.${step.code}`)}</span>;
    case 'stuck':
      return (
        <span className="error">
          {causeText(step.failure.code, printer, step.failure.paper, step.failure.queued)}
        </span>
      );
  }
}
