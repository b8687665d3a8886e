/** The features of an item, some of them not public: they test a claimant (DOMAIN §3.6). */
import type { ReactElement } from 'react';
import { FEATURE_KINDS, MAX_FEATURES, type Feature, type FeatureKind } from '@shared/lost-property/schema';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';

interface FeaturesFieldProps {
  readonly value: readonly Feature[];
  readonly onChange: (value: readonly Feature[]) => void;
  readonly error: string | undefined;
}

export function FeaturesField({ value, onChange, error }: FeaturesFieldProps): ReactElement {
  const change = (index: number, part: Partial<Feature>): void =>
    onChange(value.map((feature, at) => (at === index ? { ...feature, ...part } : feature)));
  return (
    <div className="field wide" role="group" aria-label={t('lostProperty.field.features')}>
      <span className="label">
        {t('lostProperty.field.features')}
        <span className="small">　{t('lostProperty.hiddenHelp')}</span>
      </span>
      {value.map((feature, index) => (
        <div key={index} className="feature-row">
          <select
            className="input"
            aria-label={t('lostProperty.field.features')}
            value={feature.kind}
            onChange={({ target }) => change(index, { kind: target.value as FeatureKind })}
          >
            {FEATURE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`lostProperty.featureKind.${kind}`)}
              </option>
            ))}
          </select>
          <input
            className="input"
            aria-label={t(`lostProperty.featureKind.${feature.kind}`)}
            value={feature.text}
            autoComplete="off"
            onChange={({ target }) => change(index, { text: target.value })}
          />
          <label className="check small">
            <input
              type="checkbox"
              checked={feature.hidden}
              onChange={({ target }) => change(index, { hidden: target.checked })}
            />
            {t('lostProperty.hidden')}
          </label>
          <button
            type="button"
            className="button plain"
            aria-label={t('lostProperty.removeFeature')}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
      {value.length < MAX_FEATURES && (
        <button
          type="button"
          className="button"
          style={{ alignSelf: 'flex-start' }}
          onClick={() =>
            onChange([
              ...value,
              { kind: FEATURE_KINDS[Math.min(value.length, 3)] ?? 'other', text: '', hidden: false },
            ])
          }
        >
          <Icon name="plus" size={14} />
          {t('lostProperty.addFeature')}
        </button>
      )}
      {error && (
        <span className="error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
