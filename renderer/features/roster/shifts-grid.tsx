/** 按班次: the names on each shift; people are chosen in a menu, or dragged to another day or shift. */
import { useMemo, useState, type ReactElement } from 'react';
import { shiftMoved, withShift } from '@shared/roster/plan-many';
import { leaveOn, planOf, shiftsIn, workingOn } from '@shared/roster/roster';
import { REST, type Plan } from '@shared/roster/schema';
import { leastOf } from '@shared/roster/warnings';
import { planText } from '@shared/roster/words';
import { t } from '../../ui/i18n';
import { applyCells } from './apply';
import { Grid, startDrag, type GridCell, type GridPlace } from './grid';
import { Menu, type MenuItem } from './menu';
import type { GridPageProps } from './people-grid';

interface Dragged {
  readonly staff: string;
  readonly day: string;
  readonly shift: string;
}

const isDragged = (data: unknown): data is Dragged =>
  typeof data === 'object' && data !== null && 'staff' in data && 'day' in data && 'shift' in data;

export function ShiftsGrid(props: GridPageProps): ReactElement {
  const { roster, staff, days, settings, today, narrow, mayPlan, seen, isPublic, label } = props;
  const [at, setAt] = useState<GridPlace | null>(null);
  const [open, setOpen] = useState<{ readonly place: GridPlace; readonly element: HTMLElement } | null>(null);
  const names = useMemo(() => new Map(staff.map(({ id, body }) => [id, body.name])), [staff]);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const { shifts } = settings;
  const nameOfShift = (id: string): string =>
    shifts.find((shift) => shift.id === id)?.name ?? t('roster.restLong');

  const inCell = ({ row, day }: GridPlace): readonly string[] =>
    row === REST
      ? staff
          .filter(({ id }) => planOf(roster, day, id).includes(REST) || leaveOn(roster, day, id))
          .map(({ id }) => id)
      : staff.filter(({ id }) => planOf(roster, day, id).includes(row)).map(({ id }) => id);
  const toggled = (plan: Plan, row: string): Plan => {
    if (row === REST) return plan.includes(REST) ? [] : [REST];
    return plan.includes(row) ? shiftsIn(plan).filter((id) => id !== row) : withShift(plan, row);
  };
  const toggle = (id: string, { row, day }: GridPlace): void => {
    const what = t('roster.did.cell', { name: nameOf(id), day: day.slice(5) });
    void applyCells(roster, [{ day, staff: id, plan: toggled(planOf(roster, day, id), row) }], what);
  };
  const onDrop = (data: unknown, { row, day }: GridPlace, copy: boolean): void => {
    if (!isDragged(data)) return;
    const plan = planOf(roster, day, data.staff);
    const cells =
      row === REST
        ? [{ day, staff: data.staff, plan: [REST] }]
        : copy || data.shift === REST
          ? [{ day, staff: data.staff, plan: withShift(plan, row) }]
          : shiftMoved(roster, data.staff, data, { day, shift: row });
    void applyCells(roster, cells, t('roster.did.move'));
  };

  const cell = (place: GridPlace): GridCell => {
    const { row, day } = place;
    const shift = shifts.find(({ id }) => id === row);
    if (!seen(day))
      return {
        content: '',
        className: 'unseen',
        label: t('roster.cellShift', { shift: nameOfShift(row), day, names: t('roster.hidden') }),
      };
    const ids = inCell(place);
    const missing = shift ? leastOf(shift) - workingOn(roster, day, row).length : 0;
    return {
      label: t('roster.cellShift', {
        shift: nameOfShift(row),
        day,
        names: ids.map(nameOf).join('、') || t('roster.none'),
      }),
      className: ['names', row === REST ? 'rest' : '', isPublic(day) ? '' : 'draft'].join(' '),
      content: (
        <>
          {ids.map((id) => {
            const away = leaveOn(roster, day, id, row === REST ? '' : row) !== undefined;
            return (
              <span
                key={id}
                className={away && row !== REST ? 'chip-shift away' : 'chip-shift'}
                draggable={mayPlan}
                onDragStart={(event) => startDrag(event, { staff: id, day, shift: row })}
              >
                {nameOf(id)}
                {away && `（${t('roster.leave')}）`}
              </span>
            );
          })}
          {missing > 0 && (
            <span className={`tag ${isPublic(day) ? 'overdue' : 'due'}`}>
              {t('roster.short', { missing })}
            </span>
          )}
        </>
      ),
    };
  };

  const items = (place: GridPlace): readonly MenuItem[] =>
    staff.map(({ id, body }) => {
      const plan = planOf(roster, place.day, id);
      const words = { rest: t('roster.rest'), leave: t('roster.leave'), none: '' };
      const other = planText(
        plan.filter((one) => one !== place.row),
        shifts,
        words,
      );
      const away = leaveOn(roster, place.day, id, place.row);
      return {
        id,
        label: away
          ? t('roster.menuLeave', { name: body.name })
          : other
            ? t('roster.menuHas', { name: body.name, plan: other })
            : body.name,
        checked: plan.includes(place.row),
        run: () => toggle(id, place),
      };
    });

  return (
    <>
      <Grid
        label={label}
        corner={t('roster.shift')}
        days={days}
        today={today}
        narrow={narrow}
        rows={[
          ...shifts.map(({ id, name, from, to }) => ({
            id,
            label: (
              <>
                {name}
                <div className="quiet small">
                  {from}–{to}
                </div>
              </>
            ),
          })),
          { id: REST, label: t('roster.restLong') },
        ]}
        cell={cell}
        at={at}
        onAt={setAt}
        onOpen={mayPlan ? (place, element) => setOpen({ place, element }) : undefined}
        onDrop={mayPlan ? onDrop : undefined}
      />
      {open && (
        <Menu
          label={t('roster.menuPeople', { shift: nameOfShift(open.place.row), day: open.place.day.slice(5) })}
          beside={open.element}
          items={items(open.place)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
