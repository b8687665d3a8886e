import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { saveDepartment } from '@shared/directory/save-department';
import { addOwnDesk, saveDesk } from '@shared/directory/save-desk';
import { saveSettings } from '@shared/directory/save-settings';
import { saveStaff, type SaveStaffInput } from '@shared/directory/save-staff';
import type {
  Credential,
  Department,
  Desk as DeskRecord,
  SettingsRecord,
  Staff,
} from '@shared/directory/schema';
import { setUp, type SetUpInput } from '@shared/directory/set-up';
import { ADMIN, Desk, LEAD } from '../../../helpers/desk';

const CREDENTIAL = { salt: 'c2FsdA==', hash: 'aGFzaA==', cost: 32_768 };
const FIRST: SetUpInput = {
  clubName: '海湾高尔夫俱乐部',
  deskCode: 'A',
  deskName: '大堂前台',
  departments: ['前台', '球场部'],
  departmentIds: ['d1', 'd2'],
  shifts: DEFAULT_SETTINGS.shifts,
  adminName: '孙倩',
  adminStaffNo: '9001',
  adminId: ADMIN.id,
  credential: CREDENTIAL,
};
const CLERK: SaveStaffInput = {
  id: 's1',
  staffNo: '1001',
  name: '林晓彤',
  phone: '',
  roles: ['clerk'],
  departments: [],
  active: true,
  credential: null,
};

function club(): Desk {
  const desk = new Desk('2026-11-21T01:42:30.500Z');
  expect(desk.codes(setUp, FIRST, { actor: ADMIN, actId: 'setup' })).toEqual([]);
  return desk;
}

describe('first run', () => {
  it('makes settings, desk, departments, and an administrator with a PIN of their own document', () => {
    const desk = club();
    expect(desk.get<SettingsRecord>('settings').body).toMatchObject({
      clubName: FIRST.clubName,
      shifts: DEFAULT_SETTINGS.shifts,
    });
    expect(desk.get<DeskRecord>('desk:A').body.name).toBe('大堂前台');
    expect(desk.get<Department>('d2').body.name).toBe('球场部');
    expect(desk.get<Staff>(ADMIN.id).body).toMatchObject({ staffNo: '9001', roles: ['admin', 'lead'] });
    expect(desk.get<Credential>(`pin:${ADMIN.id}`).body).toMatchObject({ staff: ADMIN.id, ...CREDENTIAL });
    expect(JSON.stringify(desk.get<Staff>(ADMIN.id))).not.toContain(CREDENTIAL.hash);
  });

  it('is refused a second time, and says each fault beside its field', () => {
    expect(club().codes(setUp, { ...FIRST, adminId: 'other' }, { actor: ADMIN })).toEqual(['alreadySetUp']);
    const empty = {
      ...FIRST,
      clubName: ' ',
      deskCode: 'a台',
      deskName: '',
      departments: [],
      adminName: '',
      adminStaffNo: '工号',
      shifts: [],
    };
    expect(new Desk('2026-11-21T01:00:00.000Z').codes(setUp, empty, { actor: ADMIN })).toEqual([
      'clubName required',
      'deskCode badDeskCode',
      'deskName required',
      'adminName required',
      'adminStaffNo badStaffNo',
      'departments required',
      'shifts required',
    ]);
  });
});

describe('staff', () => {
  it('are added and changed, their numbers unique without regard to case', () => {
    const desk = club();
    expect(desk.codes(saveStaff, { ...CLERK, staffNo: 'k1' }, { actor: ADMIN })).toEqual([]);
    expect(desk.codes(saveStaff, { ...CLERK, id: 's2', staffNo: 'K1' }, { actor: ADMIN })).toEqual([
      'staffNo staffNoTaken',
    ]);
    expect(
      desk.codes(
        saveStaff,
        { ...CLERK, staffNo: 'k1', name: '林小彤', phone: '138 1234 5678' },
        { actor: ADMIN },
      ),
    ).toEqual([]);
    const { body } = desk.get<Staff>('s1');
    expect(body).toMatchObject({ name: '林小彤', phone: '13812345678' });
    expect(body.log?.at(-1)?.changes?.map(({ field }) => field)).toEqual(['name', 'phone']);
  });

  it('keep at least one active administrator', () => {
    const desk = club();
    const admin: SaveStaffInput = { ...CLERK, id: ADMIN.id, staffNo: '9001', name: '孙倩', roles: ['admin'] };
    expect(desk.codes(saveStaff, { ...admin, active: false }, { actor: ADMIN })).toEqual(['roles lastAdmin']);
    expect(desk.codes(saveStaff, { ...admin, roles: ['lead'] }, { actor: ADMIN })).toEqual([
      'roles lastAdmin',
    ]);
    expect(desk.codes(saveStaff, { ...CLERK, roles: ['admin'] }, { actor: ADMIN })).toEqual([]);
    expect(desk.codes(saveStaff, { ...admin, active: false }, { actor: ADMIN })).toEqual([]);
    expect(desk.get<Staff>(ADMIN.id).status).toBe('left');
  });

  it('need a number, a name, a role, a possible phone, and a department to handle for', () => {
    const wrong: SaveStaffInput = { ...CLERK, staffNo: '工-1', name: ' ', roles: [], phone: '1381' };
    expect(club().codes(saveStaff, wrong, { actor: ADMIN })).toEqual([
      'staffNo badStaffNo',
      'name required',
      'phone badPhone',
      'roles noRole',
    ]);
    expect(club().codes(saveStaff, { ...CLERK, roles: ['handler'] }, { actor: ADMIN })).toEqual([
      'departments noDepartment',
    ]);
  });

  it('get a new PIN whose log names the act and never the hash', () => {
    const desk = club();
    desk.codes(saveStaff, { ...CLERK, credential: CREDENTIAL }, { actor: ADMIN });
    desk.codes(saveStaff, { ...CLERK, credential: { ...CREDENTIAL, hash: 'bmV1' } }, { actor: ADMIN });
    const { body } = desk.get<Credential>('pin:s1');
    expect(body).toMatchObject({ staff: 's1', hash: 'bmV1' });
    expect(JSON.stringify(body.log)).not.toMatch(/aGFzaA|bmV1/);
    expect(body.log).toHaveLength(2);
  });

  it('keep their PIN when none is given', () => {
    const desk = club();
    desk.codes(saveStaff, { ...CLERK, credential: CREDENTIAL }, { actor: ADMIN });
    desk.codes(saveStaff, { ...CLERK, name: '林小彤' }, { actor: ADMIN });
    expect(desk.get<Credential>('pin:s1').body.log).toHaveLength(1);
  });
});

describe('departments and desks', () => {
  it('have distinct names among those in use; a retired one frees its name', () => {
    const desk = club();
    expect(desk.codes(saveDepartment, { id: 'd3', name: '球场部', active: true }, { actor: ADMIN })).toEqual([
      'name nameTaken',
    ]);
    expect(desk.codes(saveDepartment, { id: 'd2', name: '球场部', active: false }, { actor: ADMIN })).toEqual(
      [],
    );
    expect(desk.get<Department>('d2').status).toBe('retired');
    expect(desk.codes(saveDepartment, { id: 'd3', name: '球场部', active: true }, { actor: ADMIN })).toEqual(
      [],
    );
    expect(desk.codes(saveDepartment, { id: 'd4', name: '', active: true }, { actor: ADMIN })).toEqual([
      'name required',
    ]);
  });

  it('let a desk be renamed, and a restored desk add itself once', () => {
    const desk = club();
    expect(desk.codes(saveDesk, { code: 'A', name: '会所前台' }, { actor: ADMIN })).toEqual([]);
    expect(desk.get<DeskRecord>('desk:A').body.name).toBe('会所前台');
    expect(desk.codes(addOwnDesk, { code: 'A', name: '又一台' }, { actor: LEAD })).toEqual(['deskCodeTaken']);
    expect(desk.codes(addOwnDesk, { code: 'B', name: '不是本台' }, { actor: LEAD })).toEqual([
      'deskCodeTaken',
    ]);
    const restored = new Desk(desk.now, DEFAULT_SETTINGS, 'C');
    expect(restored.codes(addOwnDesk, { code: 'C', name: 'C 台' }, { actor: LEAD })).toEqual([]);
  });
});

describe('settings', () => {
  it('are kept field by field, with what changed in the log', () => {
    const desk = club();
    expect(desk.codes(saveSettings, { transferMinutes: 45, closingTime: '23:30' }, { actor: LEAD })).toEqual(
      [],
    );
    const { body } = desk.get<SettingsRecord>('settings');
    expect(body).toMatchObject({ clubName: FIRST.clubName, transferMinutes: 45, closingTime: '23:30' });
    expect(body.log?.at(-1)?.changes?.map(({ field }) => field)).toEqual(['transferMinutes', 'closingTime']);
  });

  it('that concern the whole club are the administrator’s; unchanged ones may ride along', () => {
    const desk = club();
    expect(desk.codes(saveSettings, { retentionMonths: 12, clubName: '别的' }, { actor: LEAD })).toEqual([
      'clubName notAllowed',
      'retentionMonths notAllowed',
    ]);
    expect(
      desk.codes(
        saveSettings,
        { retentionMonths: DEFAULT_SETTINGS.retentionMonths, lostItemDays: 20 },
        { actor: LEAD },
      ),
    ).toEqual([]);
    expect(desk.codes(saveSettings, { retentionMonths: 12 }, { actor: ADMIN })).toEqual([]);
  });

  it('are refused beside the field that is wrong', () => {
    const [early, late] = DEFAULT_SETTINGS.shifts;
    const wrong = (input: Parameters<typeof saveSettings.reads>[0]): readonly string[] =>
      club().codes(saveSettings, input, { actor: ADMIN });
    expect(wrong({ lockAfterMinutes: 0, cutOffHour: 2.5 })).toEqual([
      'cutOffHour badNumber',
      'lockAfterMinutes badNumber',
    ]);
    expect(wrong({ closingTime: '24:00' })).toEqual(['closingTime badTime']);
    expect(wrong({ shifts: [{ id: 'x', name: '早班', from: '8点', to: '16:00' }] })).toEqual([
      'shifts badTime',
    ]);
    expect(
      wrong({
        shifts: [early, late && { ...late, name: early?.name ?? '' }].filter((shift) => shift !== undefined),
      }),
    ).toEqual(['shifts nameTaken']);
    expect(wrong({ visitPurposes: [] })).toEqual(['visitPurposes required']);
    expect(wrong({ lostCategories: [] })).toEqual(['lostCategories required']);
    expect(wrong({ lostStorages: ['长'.repeat(61)] })).toEqual(['lostStorages tooLong']);
    expect(wrong({ lostSynonyms: [['球包', '杆包'], ['孤词']] })).toEqual(['lostSynonyms synonymsAlone']);
    expect(
      wrong({ prefixes: { ...DEFAULT_SETTINGS.prefixes, visit: DEFAULT_SETTINGS.prefixes.enquiry } }),
    ).toEqual(['prefixes badPrefix']);
    expect(wrong({ prefixes: { ...DEFAULT_SETTINGS.prefixes, visit: 'lf' } })).toEqual([
      'prefixes badPrefix',
    ]);
  });
});
