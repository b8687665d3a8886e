/** 清点与盘点 by path: `/counts` this morning's, `/counts/history`, `/counts/<id>` any count. */
import { useEffect, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { countIds } from '@shared/counts/lines';
import type { Count } from '@shared/counts/schema';
import { useLive } from '../../data/live';
import { loadProducts } from '../../data/products';
import { byIds } from '../../data/read';
import { today } from '../../data/session';
import { useMinute } from '../../ui/use-minute';
import { CountSheet } from './count-sheet';
import './counts.css';
import { CountHistory } from './history';
import { StartPage } from './start-page';
import { ErrorState, Loading } from '../../ui/states';

export default function CountsPage(): ReactElement {
  const [location] = useLocation();
  useEffect(() => void loadProducts(), []);
  const [first = ''] = location.split('/').slice(2);
  if (first === 'history') return <CountHistory />;
  if (first !== '') return <CountSheet key={first} id={decodeURIComponent(first)} />;
  return <ThisMorning />;
}

/** The count of today, or the page that begins it. */
function ThisMorning(): ReactElement {
  useMinute();
  const day = today();
  const ids = countIds('morning', day);
  const live = useLive(() => byIds<Count>('stockDocuments', ids), ['stockDocuments'], [day]);
  if (live.state === 'loading') return <Loading />;
  if (live.state === 'failed') return <ErrorState />;
  const running = live.value.find(({ status }) => status !== 'void');
  return running ? <CountSheet key={running.id} id={running.id} /> : <StartPage day={day} />;
}
