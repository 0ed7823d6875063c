/** The value of a rule as it is read: with its unit, a choice by what it is called. */
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../words/words.ts';
import type { Rule, Scalar } from './queries.ts';

export function useValueWords(): (rule: Rule | undefined, value: Scalar | null) => string {
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  return (rule, value) => {
    if (value === null) return rule?.default === null ? t('notSet') : common('none');
    if (typeof value === 'boolean') return value ? t('on') : t('offSwitch');
    const called = rule?.words?.[String(value)];
    if (called !== undefined) return say(called);
    if (rule === undefined) return String(value);
    const { zh, en } = rule.unitTitle;
    // One of a thing is told in the singular.
    return `${value} ${say({ zh, en: value === 1 && en === `${rule.unit}s` ? rule.unit : en })}`.trim();
  };
}
