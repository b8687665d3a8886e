/** Settings of shop, fees and cash (DOMAIN §4–6): amounts in yuan, lists one item a line. */
import type { ReactElement } from 'react';
import { parseMoney } from '@shared/core/money';
import type { Settings } from '@shared/core/settings';
import { linesOf } from '@shared/core/text';
import { feeTypesText, parseFeeTypes } from '@shared/fees/fee-types';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import { FormPanel, type Form } from '../../ui/form';
import { t, type MessageKey } from '../../ui/i18n';
import { toNumber } from '../../ui/typed';
import { useSettingsForm } from './use-settings-form';

const NUMBERS = [
  'discountLimitPercent',
  'receivableDays',
  'depositDays',
  'recountThreshold',
  'countGraceMinutes',
  'numberedLow',
  'taxPercent',
] as const;
const AMOUNTS = [
  'discountLimitFen',
  'roundingLimitFen',
  'offlineMemberLimit',
  'tillFloat',
  'tillDifferenceLimit',
] as const;
const LISTS = ['locations', 'productCategories', 'paymentTerminals', 'pettyPurposes'] as const;
type FlagName = 'blindTill' | 'blindCount' | 'reportsWithTax';

type TextName =
  | (typeof NUMBERS)[number]
  | (typeof AMOUNTS)[number]
  | (typeof LISTS)[number]
  | 'denominations'
  | 'feeTypes'
  | 'receiptAfterSale'
  | 'memberBalance';
type Values = Record<TextName, string> & Record<FlagName, boolean>;

/** Fields in the order of the page, in groups. */
const GROUPS: readonly { readonly title: MessageKey; readonly fields: readonly (keyof Values)[] }[] = [
  {
    title: 'settings.groupSale',
    fields: [
      'discountLimitPercent',
      'discountLimitFen',
      'roundingLimitFen',
      'receiptAfterSale',
      'taxPercent',
      'reportsWithTax',
    ],
  },
  { title: 'settings.groupAccounts', fields: ['memberBalance', 'offlineMemberLimit', 'receivableDays'] },
  {
    title: 'settings.groupTill',
    fields: ['tillFloat', 'tillDifferenceLimit', 'depositDays', 'blindTill'],
  },
  {
    title: 'settings.groupCount',
    fields: ['recountThreshold', 'countGraceMinutes', 'blindCount', 'numberedLow'],
  },
  {
    title: 'settings.groupShopLists',
    fields: [
      'locations',
      'productCategories',
      'paymentTerminals',
      'pettyPurposes',
      'denominations',
      'feeTypes',
    ],
  },
];

const HELP: Partial<Record<keyof Values, MessageKey>> = {
  discountLimitPercent: 'settings.discountHelp',
  discountLimitFen: 'settings.discountHelp',
  roundingLimitFen: 'settings.discountHelp',
  offlineMemberLimit: 'settings.offlineHelp',
  receivableDays: 'settings.overdueHelp',
  depositDays: 'settings.overdueHelp',
  tillDifferenceLimit: 'settings.discountHelp',
  recountThreshold: 'settings.recountHelp',
  countGraceMinutes: 'settings.graceHelp',
  numberedLow: 'settings.numberedLowHelp',
  locations: 'settings.locationsHelp',
  denominations: 'settings.denominationsHelp',
  feeTypes: 'settings.feeTypesHelp',
};

const yuan = (fen: number): string => String(fen / 100);
const textsOf = <K extends string>(keys: readonly K[], textOf: (key: K) => string): Record<K, string> =>
  Object.fromEntries(keys.map((key) => [key, textOf(key)])) as Record<K, string>;

function valuesOf(settings: Settings): Values {
  return {
    ...textsOf(NUMBERS, (key) => String(settings[key])),
    ...textsOf(AMOUNTS, (key) => yuan(settings[key])),
    ...textsOf(LISTS, (key) => settings[key].join('\n')),
    denominations: settings.denominations.map(yuan).join('\n'),
    feeTypes: feeTypesText(settings.feeTypes),
    receiptAfterSale: settings.receiptAfterSale,
    memberBalance: settings.memberBalance,
    blindTill: settings.blindTill,
    blindCount: settings.blindCount,
    reportsWithTax: settings.reportsWithTax,
  };
}

function settingsOf(values: Values): Partial<Settings> {
  return {
    ...Object.fromEntries(NUMBERS.map((key) => [key, toNumber(values[key]) ?? Number.NaN])),
    ...Object.fromEntries(AMOUNTS.map((key) => [key, parseMoney(values[key]) ?? Number.NaN])),
    ...Object.fromEntries(LISTS.map((key) => [key, linesOf(values[key])])),
    denominations: linesOf(values.denominations)
      .map((line) => parseMoney(line) ?? Number.NaN)
      .sort((a, b) => b - a),
    feeTypes: parseFeeTypes(values.feeTypes),
    receiptAfterSale: values.receiptAfterSale as Settings['receiptAfterSale'],
    memberBalance: values.memberBalance as Settings['memberBalance'],
    blindTill: values.blindTill,
    blindCount: values.blindCount,
    reportsWithTax: values.reportsWithTax,
  };
}

export function ShopSettings(): ReactElement {
  const { form, mine } = useSettingsForm('shop', valuesOf, settingsOf);
  return (
    <div className="settings-form">
      <FormPanel form={form} title="" submitLabel={t('ui.save')} onClose={() => void form.reset()}>
        {GROUPS.map(({ title, fields }) => {
          const shown = fields.filter(mine);
          if (shown.length === 0) return null;
          return [
            <h3 key={title} className="wide">
              {t(title)}
            </h3>,
            ...shown.map((field) => <ShopField key={field} form={form} field={field} />),
          ];
        })}
      </FormPanel>
    </div>
  );
}

const isList = (field: TextName): field is (typeof LISTS)[number] => LISTS.some((one) => one === field);

const CHOICES = {
  receiptAfterSale: ['ask', 'always', 'never'],
  memberBalance: ['own', 'external'],
} as const;

function ShopField({
  form,
  field,
}: {
  readonly form: Form<Values>;
  readonly field: keyof Values;
}): ReactElement {
  const label = t(`settings.${field}`);
  const help = HELP[field] ? { help: t(HELP[field]) } : {};
  if (field === 'blindTill' || field === 'blindCount' || field === 'reportsWithTax')
    return <CheckField form={form} name={field} label={label} />;
  if (field === 'receiptAfterSale' || field === 'memberBalance') {
    const options = CHOICES[field].map((value) => ({
      value,
      label: t(`settings.${field}Choice.${value}` as MessageKey),
    }));
    return <SelectField form={form} name={field} label={label} options={options} />;
  }
  if (field === 'feeTypes')
    return <TextField form={form} name={field} label={label} {...help} rows={6} required wide />;
  if (field === 'denominations' || isList(field))
    return (
      <TextField
        form={form}
        name={field}
        label={label}
        {...help}
        rows={5}
        required={field !== 'paymentTerminals'}
      />
    );
  return <TextField form={form} name={field} label={label} {...help} numeric required />;
}
