/** How the province opens a call (HN-BASE-02); the dates of 2019 stand in the rules. */
import { z } from 'zod';
import { PROVINCE } from '../../../rules/hn-base/bodies.ts';
import { unitKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { namedCase } from '../../engine/case-number.ts';
import { day, shortLine } from '../../engine/input.ts';
import { intake } from '../../engine/intake.ts';
import { orNull, titled } from '../../engine/titled.ts';
import { callEntries } from '../call-entry.ts';
import { callReference, provinceBody, registers } from '../words.ts';
import type { BaseCallOpening } from './contract.ts';

const kind = 'baseCall';
const ofRules = text('不填则按规则中的日期。', 'The day of the rules if left out.');

const form = z.strictObject({
  year: titled(z.int().min(2000).max(2199), '申报年度', 'Year'),
  document: titled(shortLine, '通知文号或标题', 'Number or title of the call'),
  filingDay: titled(orNull(day).default(null), '市州报送截止日', 'Last day for cities', ofRules),
  finalDay: titled(orNull(day).default(null), '定稿材料截止日', 'Last day for final materials', ofRules),
});

export const baseCallIntake = intake({
  form,

  lookUp: ({ year }) => ({ registers: [registers.calls], cases: [{ kind, about: callReference(year) }] }),

  file({ form: { year, document, filingDay, finalDay }, filer, now, rules, entries, cases }) {
    if (!filer.offices.some(({ bodyId }) => bodyId === PROVINCE)) {
      refuse('OUT_OF_SCOPE', '申报通知由省级主管部门发布。', 'The provincial department opens calls.');
    }
    // A case that was opened just now may not stand in the register yet.
    const before = callEntries(entries).find((call) => call.year === year)?.caseId ?? cases[0]?.id;
    if (before !== undefined) {
      refuse(
        'ALREADY_OPEN',
        `${year}年度已有申报通知（案件 ${namedCase(before)}）。`,
        `There is a call of ${year} already (case ${namedCase(before)}).`,
        {
          field: 'year',
          facts: { caseId: before },
        },
      );
    }
    const opening: BaseCallOpening = {
      year,
      document,
      filingDay: filingDay ?? String(rules['base.cityFiling']),
      finalDay: finalDay ?? String(rules['base.finalFiling']),
    };
    if (opening.filingDay < dayOf(now)) {
      refuse('INVALID_INPUT', '报送截止日不能早于今天。', 'The last day for cities cannot lie before today.', {
        field: 'filingDay',
      });
    }
    if (opening.finalDay <= opening.filingDay) {
      refuse('INVALID_INPUT', '定稿材料截止日须晚于报送截止日。', 'Final materials are due after the declarations.', {
        field: 'finalDay',
      });
    }
    const department = unitKey(PROVINCE);
    return {
      subject: department,
      title: document,
      parties: { department: [department] },
      body: provinceBody(),
      about: callReference(year),
      opening,
    };
  },
});
