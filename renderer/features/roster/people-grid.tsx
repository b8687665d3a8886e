/** 按人员: who works when, set by keys, menu or dragging. */
import { useMemo, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Settings } from '@shared/core/settings';
import type { Staff } from '@shared/directory/schema';
import { exchanged, withShift, type Place } from '@shared/roster/plan-many';
import { leaveOn, planOf, shiftsIn, workingOn, type Roster } from '@shared/roster/roster';
import { REST, type Plan } from '@shared/roster/schema';
import type { Cell } from '@shared/roster/set-plans';
import { leastOf, personWarnings } from '@shared/roster/warnings';
import { planText, shiftName, shortPlan } from '@shared/roster/words';
import { t } from '../../ui/i18n';
import { applyCells } from './apply';
import { Grid, type GridCell, type GridPlace } from './grid';
import { Menu, type MenuItem } from './menu';
import { CLEAR_KEY, REST_KEY, isPalette, shiftKey, shiftOfKey } from './palette';
import { warningText } from './warnings';

export interface GridPageProps {
  readonly roster: Roster;
  readonly staff: readonly Staff[];
  readonly days: readonly string[];
  readonly settings: Settings;
  readonly today: string;
  readonly narrow: boolean;
  /** Whoever plans; others look only. */
  readonly mayPlan: boolean;
  /** Days whose plan this person may see. */
  readonly seen: (day: string) => boolean;
  readonly isPublic: (day: string) => boolean;
  readonly label: string;
  readonly at: Place | null;
  readonly onAt: (place: Place | null) => void;
}

const planWords = () => ({ rest: t('roster.rest'), leave: t('roster.leave'), none: t('roster.none') });

interface Open {
  readonly place: GridPlace;
  readonly element: HTMLElement;
}

const isPlace = (data: unknown): data is Place =>
  typeof data === 'object' && data !== null && 'staff' in data && 'day' in data && !('shift' in data);

export function PeopleGrid(props: GridPageProps): ReactElement {
  const { roster, staff, days, settings, today, narrow, mayPlan, seen, isPublic, label, at, onAt } = props;
  const [open, setOpen] = useState<Open | null>(null);
  const names = useMemo(() => new Map(staff.map(({ id, body }) => [id, body.name])), [staff]);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const { shifts } = settings;

  const set = ({ row, day }: GridPlace, plan: Plan): void => {
    const what = t('roster.did.cell', { name: nameOf(row), day: day.slice(5) });
    void applyCells(roster, [{ day, staff: row, plan }], what);
  };
  const onKey = (event: KeyboardEvent, place: GridPlace): number | null => {
    if (event.ctrlKey || event.altKey || event.metaKey) return null;
    const plan = planOf(roster, place.day, place.row);
    if (event.key === 'Delete' || event.key === 'Backspace') {
      set(place, []);
      return 0;
    }
    const shift = shiftOfKey(event.nativeEvent, shifts);
    if (shift === null) return null;
    if (shift === REST) set(place, [REST]);
    else set(place, event.shiftKey ? withShift(plan, shift) : [shift]);
    // Adding a second shift stays where it is; one shift a day goes on to the next.
    return event.shiftKey ? 0 : 1;
  };
  const onDrop = (data: unknown, { row, day }: GridPlace, copy: boolean): void => {
    const target = { day, staff: row };
    const plan = planOf(roster, day, row);
    let cells: readonly Cell[] = [];
    if (isPalette(data))
      cells = [
        {
          ...target,
          plan: data.palette === REST ? [REST] : copy ? withShift(plan, data.palette) : [data.palette],
        },
      ];
    else if (isPlace(data))
      cells = copy
        ? [{ ...target, plan: planOf(roster, data.day, data.staff) }]
        : exchanged(roster, { day: data.day, staff: data.staff }, target);
    void applyCells(roster, cells, t('roster.did.move'));
  };

  const cell = ({ row, day }: GridPlace): GridCell => {
    const name = nameOf(row);
    if (!seen(day))
      return {
        content: '',
        className: 'unseen',
        label: t('roster.cell', { name, day, plan: t('roster.hidden') }),
      };
    const plan = planOf(roster, day, row);
    const warnings = mayPlan ? personWarnings(roster, day, row, settings) : [];
    const away = leaveOn(roster, day, row);
    const text = planText(plan, shifts, planWords());
    const said = [
      away ? t('roster.leaveLong') : '',
      text,
      ...warnings.map((one) => warningText(one, settings)),
    ];
    return {
      label: t('roster.cell', { name, day, plan: said.filter(Boolean).join('，') }),
      className: [
        plan.includes(REST) ? 'rest' : plan.length > 0 ? 'planned' : '',
        isPublic(day) ? '' : 'draft',
        warnings.length > 0 ? 'warned' : '',
      ].join(' '),
      ...(mayPlan && plan.length > 0 ? { drag: { day, staff: row } } : {}),
      content: narrow ? (
        <span className={away ? 'away' : ''}>{shortPlan(roster, day, row, settings, planWords())}</span>
      ) : (
        <>
          {away && <span className="tag">{t('roster.leaveLong')}</span>}
          {shiftsIn(plan).map((id) => (
            <span key={id} className={leaveOn(roster, day, row, id) ? 'chip-shift away' : 'chip-shift'}>
              {shiftName(shifts, id)}
              {!away && leaveOn(roster, day, row, id) ? `（${t('roster.leave')}）` : ''}
            </span>
          ))}
          {plan.includes(REST) && !away && <span className="quiet">{t('roster.rest')}</span>}
        </>
      ),
    };
  };

  const foot = shifts.map((shift) => ({
    id: shift.id,
    label: <span title={t('roster.haveHelp')}>{shift.name}</span>,
    cell: (day: string) => {
      if (!seen(day)) return '';
      const have = workingOn(roster, day, shift.id).length;
      const least = leastOf(shift);
      const level = have >= least ? '' : isPublic(day) ? 'overdue' : 'due';
      return (
        <span className={level && `tag ${level}`}>{narrow ? have : t('roster.have', { have, least })}</span>
      );
    },
  }));

  const items = open ? menuItems(open.place) : [];
  function menuItems(place: GridPlace): readonly MenuItem[] {
    const plan = planOf(roster, place.day, place.row);
    const others = shifts.filter(({ id }) => !plan.includes(id));
    return [
      ...shifts.map(({ id, name, from, to }, index) => ({
        id,
        label: t('roster.paletteChip', { name, from, to }),
        shortcut: shiftKey(index),
        checked: plan.includes(id),
        run: () => set(place, [id]),
      })),
      ...(shiftsIn(plan).length > 0
        ? others.map(({ id, name }) => ({
            id: `add-${id}`,
            label: t('roster.menuAdd', { shift: name }),
            run: () => set(place, withShift(plan, id)),
          }))
        : []),
      {
        id: 'rest',
        label: t('roster.restLong'),
        shortcut: REST_KEY,
        checked: plan.includes(REST),
        run: () => set(place, [REST]),
      },
      { id: 'clear', label: t('roster.clear'), shortcut: CLEAR_KEY, run: () => set(place, []) },
    ];
  }

  return (
    <>
      <Grid
        label={label}
        corner={t('roster.person')}
        days={days}
        today={today}
        narrow={narrow}
        rows={staff.map(({ id, body }) => ({ id, label: body.name }))}
        cell={cell}
        at={at && { row: at.staff, day: at.day }}
        onAt={({ row, day }) => onAt({ staff: row, day })}
        onOpen={mayPlan ? (place, element) => setOpen({ place, element }) : undefined}
        onKey={mayPlan ? onKey : undefined}
        onDrop={mayPlan ? onDrop : undefined}
        foot={foot}
      />
      {open && (
        <Menu
          label={t('roster.menu', { name: nameOf(open.place.row), day: open.place.day.slice(5) })}
          beside={open.element}
          items={items}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
