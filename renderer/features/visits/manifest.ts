/** The visitor log in the frame. */
import { isVisit } from '@shared/visits/on-site';
import { namedPerson } from '@shared/visits/schema';
import type { Feature } from '../../ui/feature';
import { visitsToday } from './today';

export const visitsFeature: Feature = {
  id: 'visits',
  collections: ['visits'],
  nav: {
    group: 'groupDesk',
    label: 'visits.title',
    icon: 'visitor',
    path: '/visits',
    roles: ['clerk', 'lead', 'manager'],
  },
  page: () => import('./visits-page'),
  today: visitsToday,
  present: (doc) => {
    if (!isVisit(doc)) return null;
    const { body, day } = doc;
    const title = [namedPerson(body), body.no].join('　');
    return {
      title,
      detail: [day, body.purpose, body.company].filter(Boolean).join(' · '),
      path: `/visits/${doc.id}`,
    };
  },
};
