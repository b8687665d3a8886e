/** 客户接待周报 / 月报 on the page: what came, by kind, purpose, category, channel and department, and when visitors came. */
import { useMemo, type ReactElement } from 'react';
import { percentText } from '@shared/figures/cells';
import type { CountLine, Reception } from '@shared/service-figures/reception';
import { departmentName } from '../../data/directory';
import { BarChart } from '../../ui/bar-chart';
import { OpeningRow } from '../../ui/figure-table';
import { t, type MessageKey } from '../../ui/i18n';
import type { Behind } from './behind-dialog';

interface ReceptionViewProps {
  readonly reception: Reception;
  readonly onOpen: (behind: Behind) => void;
}

const NAMES = {
  kinds: (key: string) => t(`service.kinds.${key}` as MessageKey),
  purposes: (key: string) => key,
  categories: (key: string) => t(`enquiries.category.${key}` as MessageKey),
  channels: (key: string) => t(`enquiries.channel.${key}` as MessageKey),
  results: (key: string) =>
    key === 'handedOver' ? t('visits.outcome.handedOver') : t(`enquiries.outcome.${key}` as MessageKey),
  departments: (key: string) => (key === '' ? t('serviceFigures.noDepartment') : departmentName(key)),
} as const;
type Section = keyof typeof NAMES;

const FIRST_HOUR = 6;

export function ReceptionView({ reception, onOpen }: ReceptionViewProps): ReactElement {
  const hours = useMemo(
    () => ({
      labels: reception.hours.slice(FIRST_HOUR).map((_, at) => String(at + FIRST_HOUR)),
      series: [{ name: t('serviceFigures.column.count'), values: reception.hours.slice(FIRST_HOUR) }],
    }),
    [reception],
  );
  const weekdays = useMemo(
    () => ({
      labels: reception.weekdays.map((_, at) => t(`serviceFigures.weekday.d${at + 1}` as MessageKey)),
      series: [{ name: t('serviceFigures.column.count'), values: reception.weekdays }],
    }),
    [reception],
  );
  return (
    <div className="service-figures two">
      {(Object.keys(NAMES) as Section[]).map((section) => (
        <Counts key={section} section={section} lines={reception[section]} onOpen={onOpen} />
      ))}
      <section className="panel">
        <h2>{t('serviceFigures.section.hours')}</h2>
        <BarChart label={t('serviceFigures.section.hours')} {...hours} />
      </section>
      <section className="panel">
        <h2>{t('serviceFigures.section.weekdays')}</h2>
        <BarChart label={t('serviceFigures.section.weekdays')} {...weekdays} />
      </section>
    </div>
  );
}

function Counts({
  section,
  lines,
  onOpen,
}: {
  readonly section: Section;
  readonly lines: readonly CountLine[];
  readonly onOpen: ReceptionViewProps['onOpen'];
}): ReactElement {
  const all = lines.reduce((sum, { ids }) => sum + ids.length, 0);
  const title = t(`serviceFigures.section.${section}`);
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <table className="figure-table wrapping">
        <thead>
          <tr>
            <th>{t('serviceFigures.column.item')}</th>
            {(['count', 'share', 'open'] as const).map((key) => (
              <th key={key} className="right">
                {t(`serviceFigures.column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, ids, open }) => {
            const name = NAMES[section](key);
            const closed = ids.filter((id) => !open.includes(id));
            const groups = [
              { name: t('serviceFigures.column.open'), ids: open },
              { name: t('serviceFigures.other'), ids: closed },
            ].filter((group) => group.ids.length > 0);
            return (
              <OpeningRow key={key} onOpen={() => onOpen({ title: name, groups })}>
                <td>{name}</td>
                <td className="right">{ids.length}</td>
                <td className="right">{percentText(all === 0 ? null : ids.length / all)}</td>
                <td className="right">{open.length}</td>
              </OpeningRow>
            );
          })}
          {lines.length === 0 && (
            <tr>
              <td colSpan={4} className="quiet">
                {t('serviceFigures.none')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
