/** The demo club's people on the sign-in page: a click fills the number in. A real club's never show. */
import { useEffect, useState, type ReactElement } from 'react';
import { useDirectory } from '../data/directory';
import { loadPref } from '../data/local';
import { t } from '../ui/first-words';

export function DemoStaff({
  onChoose,
}: {
  readonly onChoose: (staffNo: string) => void;
}): ReactElement | null {
  const [isDemo, setDemo] = useState(false);
  const staff = useDirectory((state) => state.staff).filter(({ status }) => status === 'active');
  useEffect(() => void loadPref<boolean>('demo').then((kept) => setDemo(kept === true)), []);
  if (!isDemo) return null;
  return (
    <div className="panel demo-staff">
      <p className="quiet small">{t('app.demoHint')}</p>
      <div className="chips">
        {staff.map(({ id, body }) => (
          <button
            key={id}
            type="button"
            className="button"
            onClick={() => {
              onChoose(body.staffNo);
              document.querySelector<HTMLInputElement>('input[name=pin]')?.focus();
            }}
          >
            {`${body.staffNo} ${body.name}`}{' '}
            <span className="quiet small">
              {body.roles.map((role) => t(`settings.role.${role}`)).join(t('ui.listSeparator'))}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}
