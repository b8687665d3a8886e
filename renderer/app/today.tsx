/** 今日: one list ordered by how late it is, the desk's state, and today's visits by hour. */
import { useEffect, type ReactElement } from 'react';
import { t } from '../ui/first-words';
import { Freshness } from '../ui/freshness';
import { EmptyState, Loading } from '../ui/states';
import { HourChart } from './hour-chart';
import type { TodayState } from './use-today';
import { useNow } from './use-now';

export function Today({ today }: { readonly today: TodayState }): ReactElement {
  const { date, time } = useNow();
  useEffect(() => {
    // Read by the start-up bench; a support engineer sees it in the developer tools' timeline.
    if (today.loaded) requestAnimationFrame(() => setTimeout(() => performance.mark('today.ready')));
  }, [today.loaded]);
  useEffect(() => {
    if (today.complete) requestAnimationFrame(() => setTimeout(() => performance.mark('today.complete')));
  }, [today.complete]);
  const { parts } = today;
  const tiles = parts.flatMap((part) => part.tiles ?? []);
  const byHour = parts.find((part) => part.byHour)?.byHour;
  return (
    <>
      <div className="page-head">
        <h1>{t('app.today')}</h1>
        <span className="quiet">{date}</span>
        <Freshness />
      </div>
      <div className="today" data-today={today.loaded ? 'ready' : 'loading'}>
        <section className="panel" style={{ padding: '12px 16px' }} aria-label={t('app.todo')}>
          <h2 style={{ paddingBottom: 10 }}>
            {t('app.todo')} <span className="quiet small">{today.total}</span>
          </h2>
          {!today.complete && today.items.length === 0 && <Loading lines={4} />}
          {today.complete && today.items.length === 0 && (
            <EmptyState title={t('app.nothingToDo')}>
              <span>{t('app.nothingToDoText')}</span>
            </EmptyState>
          )}
          {today.items.map((item, index) => (
            <div key={item.id} className={`todo ${item.level}`}>
              <span className="bar" />
              <div style={{ minWidth: 0 }}>
                <strong>{item.title}</strong> {item.mine && <span className="tag">{t('app.mine')}</span>}
                <div className="quiet small">{item.detail}</div>
              </div>
              <span className="until small">{item.until}</span>
              <a
                className={index === 0 && item.level === 'overdue' ? 'button primary' : 'button'}
                href={`#${item.action.path}`}
              >
                {item.action.label}
              </a>
            </div>
          ))}
        </section>
        <div style={{ display: 'grid', gap: 14 }}>
          {tiles.length > 0 && (
            <div className="panel tiles">
              {tiles.map((tile) => (
                <div key={tile.label}>
                  <div className="quiet small">{tile.label}</div>
                  <div className="figure">{tile.figure}</div>
                  {tile.detail && <div className="quiet small">{tile.detail}</div>}
                </div>
              ))}
            </div>
          )}
          {byHour && (
            <section className="panel" style={{ padding: '12px 16px' }} aria-label={t('app.visitsByHour')}>
              <h2>
                {t('app.visitsByHour')} <span className="quiet small">{t('app.byHour')}</span>
              </h2>
              <HourChart label={t('app.visitsByHour')} counts={byHour} hour={Number(time.slice(0, 2))} />
            </section>
          )}
        </div>
      </div>
    </>
  );
}
