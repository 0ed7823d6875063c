import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { ShStoreValues } from './config.ts';
import { shStoreValues } from './config.ts';
import type { ItemKey } from './eligibility-items.ts';
import { eligibilityItems } from './eligibility-items.ts';
import type { ApplicationFigures } from './form.ts';

/** The ways into the platform (SH-STORE-02). */
export type Route = 'STANDARD' | 'TRIAL' | 'INVITED';

export type WaiverRole = 'REVIEWER' | 'MANAGER';

/** Whether a waiver is open to a role, and the rule that says so. */
export interface WaiverAnswer {
  readonly allowed: boolean;
  readonly why: Text;
}

/**
 * Whether this role may let this item pass for this applicant.
 *
 * Conditions (1) and (2): for a social organisation, item by item (SH-STORE-01.7, -01.12); the number of enterprises
 * served and condition (5): by a manager, because they hold in principle (SH-STORE-01.13, -01.16); on the trial route
 * condition (5) never (SH-STORE-07.4); an invited institution: (1) to (4) by a manager alone.
 * The caller still needs a written reason for each.
 */
export function canWaive(
  item: ItemKey,
  figures: ApplicationFigures,
  role: WaiverRole,
  route: Route | null = null,
  values: ShStoreValues = shStoreValues(),
): WaiverAnswer {
  const { condition, waivable } = eligibilityItems[item];
  if (condition === 5 && route === 'TRIAL') {
    return no(
      '试运行途径只能暂缺条件（1）至（4），条件（5）不得放宽',
      'the trial route may lack (1) to (4), never (5)',
    );
  }
  if (condition !== 5 && route === 'INVITED') {
    return role === 'MANAGER'
      ? byManager(values, invited)
      : no(
          '邀约机构的条件（1）至（4）只能由负责人放宽',
          'for invited institutions only a manager may relax (1) to (4)',
        );
  }
  if (waivable === 'MANAGER_IN_PRINCIPLE') {
    return role === 'MANAGER'
      ? byManager(values, inPrinciple)
      : no('“原则上”的条件须由负责人说明理由后例外处理', 'a rule that holds in principle is overridden by a manager');
  }
  if (waivable === 'NO') return no('该项不得放宽', 'this item cannot be relaxed');
  return forSocialOrganisation(figures, values);
}

const invited = text('邀约机构，由负责人放宽', 'an invited institution, relaxed by a manager');
const inPrinciple = text(
  '该项为“原则上”要求，由负责人例外处理',
  'the rule holds in principle; overridden by a manager',
);

function byManager(values: ShStoreValues, why: Text): WaiverAnswer {
  if (values['override.inPrinciple']) return { allowed: true, why };
  return no('现行配置不允许对“原则上”的条件例外处理', 'the configuration admits no override of rules in principle');
}

function forSocialOrganisation(figures: ApplicationFigures, values: ShStoreValues): WaiverAnswer {
  if (figures.orgType !== 'SOCIAL_ORGANISATION') {
    return no(
      '仅行业协会、商会等社团组织可适当放宽',
      'only associations, chambers and other social organisations may be relaxed',
    );
  }
  if (!values['eligibility.relax']) {
    return no('现行配置不对社团组织放宽', 'the configuration does not relax social organisations');
  }
  return { allowed: true, why: text('社团组织可适当放宽', 'social organisations may be relaxed') };
}

function no(zh: string, en: string): WaiverAnswer {
  return { allowed: false, why: text(zh, en) };
}
