/** What contacts of an emergency and items of an inspection may be (DOMAIN §3.8, §3.11). */
import { atMost, required, wholeNumber } from '../core/checks';
import type { Refusal } from '../core/command';
import { normalizePhone } from '../core/phone';
import type { Settings } from '../core/settings';

/** Longest texts and longest lists. */
const MAX = {
  name: 20,
  role: 20,
  standard: 60,
  level: 10,
  contacts: 200,
  levels: 6,
  items: 40,
  marks: 100,
} as const;

/** Short numbers of the emergency services, or a phone; '' where somebody has none. */
const isCallable = (phone: string): boolean =>
  phone === '' || /^\d{3,5}$/.test(phone) || normalizePhone(phone) !== null;

/** Refusals of the given settings alone. */
export function faultsOfEmergency(input: Partial<Settings>): readonly (Refusal | null)[] {
  const { emergencyContacts: contacts, incidentLevels: levels, inspectionItems: items } = input;
  return [
    ...(levels
      ? [
          wholeNumber('incidentLevels', levels.length, 1, MAX.levels),
          unique('incidentLevels', levels),
          ...levels.map(
            (level) => required('incidentLevels', level) ?? atMost('incidentLevels', level, MAX.level),
          ),
        ]
      : []),
    ...(contacts
      ? [
          wholeNumber('emergencyContacts', contacts.length, 0, MAX.contacts),
          unique(
            'emergencyContacts',
            contacts.map(({ name, phone }) => `${name} ${phone}`),
          ),
          ...contacts.flatMap(({ name, phone, role }) => [
            required('emergencyContacts', name) ?? atMost('emergencyContacts', name, MAX.name),
            atMost('emergencyContacts', role, MAX.role),
            isCallable(phone) ? null : { field: 'emergencyContacts', code: 'badPhone' },
          ]),
        ]
      : []),
    ...(items
      ? [
          wholeNumber('inspectionItems', items.length, 0, MAX.items),
          unique(
            'inspectionItems',
            items.map(({ name }) => name),
          ),
          ...items.flatMap(({ name, standard, marks }) => [
            required('inspectionItems', name) ?? atMost('inspectionItems', name, MAX.name),
            atMost('inspectionItems', standard, MAX.standard),
            wholeNumber('inspectionItems', marks, 1, MAX.marks),
          ]),
        ]
      : []),
  ];
}

const unique = (field: string, names: readonly string[]): Refusal | null =>
  new Set(names).size === names.length ? null : { field, code: 'nameTaken' };
