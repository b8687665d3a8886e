/** 没有打出的: forms that their printer did not print, to be printed again or given up. */
import { useState, type ReactElement } from 'react';
import { KEPT_DAYS, mayPrintAgain, type PrintTrouble } from '@shared/printing/trouble';
import { staffName, useDirectory } from '../../data/directory';
import { host } from '../../data/host';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { causeText } from '../../ui/print/cause-text';
import { notePrinted } from '../../ui/print/print-voucher';
import { sentText } from '../../ui/print/printer-choice';
import { usePrinters } from '../../ui/print/use-printers';
import { EmptyState, Loading } from '../../ui/states';
import { toast } from '../../ui/toast';
import { dayTime } from '../../ui/typed';
import { Head } from './head';
import { useTroubles } from './use-troubles';

export function TroublesTab(): ReactElement {
  const troubles = useTroubles();
  const { list } = usePrinters('troubles');
  const [printer, setPrinter] = useState('');
  const [busy, setBusy] = useState('');
  const me = useSession(({ actor }) => actor);
  const staff = useDirectory((state) => state.staff);
  const isMine = ({ by }: PrintTrouble): boolean => {
    const sender = staff.find(({ id }) => id === by);
    return me !== null && mayPrintAgain(me, sender ? { id: by, roles: sender.body.roles } : null);
  };
  const labelOf = (name: string): string => list?.find((one) => one.name === name)?.label ?? name;

  const again = async ({
    id,
    form,
    title,
    voucher,
    copies,
    printer: before,
  }: PrintTrouble): Promise<void> => {
    const name = printer || before;
    setBusy(id);
    const outcome = await host.call('print.again', id, name);
    setBusy('');
    if (!outcome.ok) {
      const cause = causeText(outcome.code, labelOf(name), outcome.paper);
      toast(t('print.stuck', { form: title, cause }), { level: 'error' });
      return;
    }
    notePrinted(voucher, form);
    toast(sentText(labelOf(name), copies));
  };
  const forget = async (id: string): Promise<void> => {
    setBusy(id);
    await host.call('print.forget', id);
    setBusy('');
    toast(t('printing.forgotten'));
  };

  return (
    <>
      <Head current="troubles" />
      {troubles && troubles.length > 0 && (
        <div className="filters">
          <label className="printing-again">
            {t('printing.printerHelp')}
            <select
              className="input"
              value={printer}
              onChange={({ target }) => setPrinter(target.value)}
              disabled={!list}
            >
              <option value="">{t('printing.samePrinter')}</option>
              {(list ?? []).map(({ name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <span className="quiet small">{t('printing.keptHelp', { days: KEPT_DAYS })}</span>
        </div>
      )}
      <section className="panel printing-list" aria-label={t('printing.tab.troubles')}>
        {troubles === null && <Loading />}
        {troubles?.length === 0 && (
          <EmptyState title={t('printing.none')}>
            <span>{t('printing.noneHelp')}</span>
          </EmptyState>
        )}
        {troubles && troubles.length > 0 && (
          <table className="printing-table">
            <thead>
              <tr>
                <th>{t('printing.at')}</th>
                <th>{t('printing.form')}</th>
                <th>{t('printing.printer')}</th>
                <th>{t('printing.by')}</th>
                <th>{t('printing.cause')}</th>
                <th />
                <th />
              </tr>
            </thead>
            <tbody>
              {troubles.map((trouble) => (
                <tr key={trouble.id}>
                  <td className="quiet">{dayTime(trouble.at)}</td>
                  <td>
                    {trouble.title} <span className="quiet">{trouble.reference}</span>
                  </td>
                  <td>{trouble.printerLabel}</td>
                  <td>{trouble.by && staffName(trouble.by)}</td>
                  <td className="cause">{causeText(trouble.cause, trouble.printerLabel, trouble.paper)}</td>
                  <td>
                    <span className={trouble.queued ? 'tag due' : 'tag overdue'}>
                      {t(trouble.queued ? 'printing.queued' : 'printing.notSent')}
                    </span>
                  </td>
                  <td className="acts">
                    {isMine(trouble) ? (
                      <>
                        <button
                          type="button"
                          className="button"
                          disabled={busy !== ''}
                          onClick={() => void again(trouble)}
                        >
                          {t('printing.printAgain')}
                        </button>
                        <button
                          type="button"
                          className="button plain"
                          disabled={busy !== ''}
                          onClick={() => void forget(trouble.id)}
                        >
                          {t('printing.forget')}
                        </button>
                      </>
                    ) : (
                      <span className="quiet small">{t('printing.notYours')}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}
