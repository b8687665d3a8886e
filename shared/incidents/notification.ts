/** The notification list 通知名单: contacts by level and department, staff on duty, people on site (DOMAIN §3.11). */
import type { Context, Loaded, Read } from '../core/command';
import { normalizePhone } from '../core/phone';
import { shiftAt, type EmergencyContact, type Settings } from '../core/settings';
import { addDays, civil } from '../core/time';
import type { Staff } from '../directory/schema';
import { onDuty, rosterReads } from '../roster/roster';
import { onSiteNow } from '../visits/on-site';
import { namedPerson } from '../visits/schema';
import type { ListedPerson } from './schema';

const ON_SITE = 'onSite';
const COUNTS = 'starterCounts';
const STAFF = 'staff';

/** What must be read to know whom to tell on a business day. */
export function notificationReads(day: string): readonly Read[] {
  return [
    ...rosterReads(addDays(day, -1), day),
    { name: ON_SITE, collection: 'visits', index: 'status', from: ['onSite'], to: ['onSite'] },
    {
      name: COUNTS,
      collection: 'visits',
      index: 'kind',
      from: ['starterCount', day],
      to: ['starterCount', day],
    },
    { name: STAFF, collection: 'directory', index: 'kind', from: ['staff'], to: ['staff'] },
  ];
}

/** True when a contact is called at a level, or because their department is called in. An unknown level calls always. */
export function isCalled(
  { level, department }: EmergencyContact,
  at: string,
  departments: readonly string[],
  levels: Settings['incidentLevels'],
): boolean {
  if (department !== '' && departments.includes(department)) return true;
  const from = levels.indexOf(level);
  const now = levels.indexOf(at);
  return from < 0 || now < 0 || from <= now;
}

const contactId = ({ name, phone }: EmergencyContact): string => `contact:${name}:${phone}`;

/** The contacts to call, in the order of the settings. */
export function contactsAt(
  level: string,
  departments: readonly string[],
  settings: Settings,
): readonly ListedPerson[] {
  return settings.emergencyContacts
    .filter((contact) => isCalled(contact, level, departments, settings.incidentLevels))
    .map((contact) => ({
      id: contactId(contact),
      source: 'contact',
      name: contact.name,
      phone: contact.phone,
      role: contact.role,
      people: 1,
      onSite: false,
    }));
}

/** Staff on duty by the published roster, and whoever reports; their phones from the directory. */
function staffOn(loaded: Loaded, { actor, day, now, settings }: Context): readonly ListedPerson[] {
  const shift = shiftAt(settings.shifts, civil(now).slice(11, 16));
  const roster = ['duty', 'rosterPeriod', 'leave'].flatMap((name) => loaded[name] ?? []);
  const working = shift ? onDuty(roster, day, shift.id) : [];
  const known = new Map((loaded[STAFF] ?? []).map((doc) => [doc.id, doc as Staff]));
  return [...new Set([...working, actor.id])].map((id) => {
    const staff = known.get(id);
    return {
      id: `staff:${id}`,
      source: 'staff',
      name: staff?.body.name ?? (id === actor.id ? actor.name : id),
      phone: staff?.body.phone ?? '',
      role: '',
      people: 1,
      onSite: true,
    };
  });
}

/** Open visits by the registered person with their company, and players and caddies as told by the starter's desk. */
function guestsOn(loaded: Loaded, day: string): readonly ListedPerson[] {
  const { visits, count } = onSiteNow([...(loaded[ON_SITE] ?? []), ...(loaded[COUNTS] ?? [])], day);
  const group = (source: 'players' | 'caddies', people: number): readonly ListedPerson[] =>
    people === 0 ? [] : [{ id: source, source, name: '', phone: '', role: '', people, onSite: true }];
  return [
    ...visits.map((visit): ListedPerson => ({
      id: `visit:${visit.id}`,
      source: 'visit',
      name: namedPerson(visit.body),
      phone: visit.body.phone,
      role: visit.body.company,
      people: visit.body.people,
      onSite: true,
    })),
    ...group('players', count?.body.players ?? 0),
    ...group('caddies', count?.body.caddies ?? 0),
  ];
}

/**
 * A contact who is on duty stands once, as the contact, and takes part in the roll call. People are one when name and
 * phone are; whoever has no phone is never taken for somebody else.
 */
function merged(contacts: readonly ListedPerson[], others: readonly ListedPerson[]): readonly ListedPerson[] {
  const keyOf = ({ name, phone }: ListedPerson): string => `${name} ${normalizePhone(phone) ?? phone}`;
  const twins = new Set(others.filter(({ phone, source }) => phone !== '' && source === 'staff').map(keyOf));
  const called = contacts.map((contact) =>
    contact.phone !== '' && twins.has(keyOf(contact)) ? { ...contact, onSite: true } : contact,
  );
  const taken = new Set(called.filter(({ onSite }) => onSite).map(keyOf));
  return [
    ...called,
    ...others.filter((other) => other.source !== 'staff' || other.phone === '' || !taken.has(keyOf(other))),
  ];
}

/** Everybody to tell, contacts first. */
export function notificationList(
  loaded: Loaded,
  level: string,
  departments: readonly string[],
  context: Context,
): readonly ListedPerson[] {
  const contacts = contactsAt(level, departments, context.settings);
  return distinct(merged(contacts, [...staffOn(loaded, context), ...guestsOn(loaded, context.day)]));
}

/** The list with those who are not on it yet, each once by id. */
export function distinct(people: readonly ListedPerson[]): readonly ListedPerson[] {
  const seen = new Map<string, ListedPerson>();
  for (const person of people) if (!seen.has(person.id)) seen.set(person.id, person);
  return [...seen.values()];
}
