/** 打印: `/printing[/month[/<month>]]` the sheets of a month's end, `/printing/troubles` what did not come out. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { addDays } from '@shared/core/time';
import { isMonth, monthOfDay } from '@shared/month-end/months';
import { today } from '../../data/session';
import { MonthTab } from './month-tab';
import { TroublesTab } from './troubles-tab';
import './printing.css';

/** Until this day of a month the one before is meant: its sheets are printed in the first days of the next. */
const EARLY_DAYS = 10;

export default function PrintingPage(): ReactElement {
  const [location] = useLocation();
  const [tab = '', wanted = ''] = location.split('/').slice(2);
  if (tab === 'troubles') return <TroublesTab />;
  const month = isMonth(wanted) ? wanted : monthOfDay(addDays(today(), -EARLY_DAYS));
  return <MonthTab key={month} month={month} />;
}
