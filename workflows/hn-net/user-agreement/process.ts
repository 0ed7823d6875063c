/**
 * A version of the user agreement, 第八条第三项: drafted, its terms checked by somebody else, published as a whole, and in force from a day
 * that leaves the notice which the version before names. Once published, each provider is asked to sign it (`agreementSignature`).
 */
import { agreementTexts, earliestEffect, stillMissing } from '../../../rules/hn-net/agreement.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf, startOfDay, type Day } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { agreementSignature } from '../agreement-signature/contract.ts';
import { registers } from '../words.ts';
import { userAgreement as contract } from './contract.ts';
import { refuseShortNotice } from './entry.ts';
import { userAgreementSentences } from './sentences.ts';

export const userAgreement = defineProcess(contract, {
  sentences: userAgreementSentences,

  facts: (opening) => ({ ...opening, check: null, publishedAt: null, effectiveFrom: null }),

  open: (step) => askForCheck(step),

  requires: { publish: [isWhole, isChecked] },

  due: { effect: takeEffect },

  actions: {
    reviseDraft(step, { changes }) {
      const { items = {}, rules = {}, noticeDays } = changes;
      if (noticeDays !== undefined) {
        refuseShortNotice(noticeDays, step.number('agreement.noticeDays'), 'changes.noticeDays');
        step.facts.noticeDays = noticeDays;
      }
      step.participate('drafter');
      step.facts.missing = stillMissing(step.facts.missing, { ...items, ...rules });
      step.facts.check = null;
      step.write('form', { changes, filedById: step.actor.id });
      step.closeTask('publish');
      askForCheck(step);
    },

    checkTerms(step, { prominent, fair, reason }) {
      const { version } = step.facts;
      step.facts.check = { prominent, fair, at: step.now };
      step.closeTask('checkTerms');
      if (prominent && fair) step.openOrDescribeTask('publish', taskDetail(step));
      else {
        step.closeTask('publish');
        step.notify('termsReturned', { did: 'filer', or: 'reviewer' }, { version, prominent, fair, reason });
      }
    },

    publish(step, { effectiveFrom }) {
      const { follows } = step.facts;
      const today = dayOf(step.now);
      const earliest = earliestEffect(today, follows);
      const from = effectiveFrom ?? earliest;
      refuseTooEarly(from, earliest);
      step.facts.publishedAt = step.now;
      step.facts.effectiveFrom = from;
      step.closeTask('publish');
      step.moveTo('PUBLISHED');
      enter(step, 'PUBLISHED');
      if (from <= today) takeEffect(step);
      else step.startDeadline('effect', { unit: 'instant', at: startOfDay(from), begins: true });
    },

    withdrawDraft: (step) => step.close('WITHDRAWN'),

    supersede(step) {
      step.tellChildren(agreementSignature, 'versionSuperseded', {});
      step.close('SUPERSEDED');
    },
  },
});

type Agreement = StepOf<typeof contract>;

function taskDetail({ facts: { version, missing } }: Agreement) {
  return { version, missing: missing.map((name) => agreementTexts[name]) };
}

function askForCheck(step: Agreement): void {
  step.openOrDescribeTask('checkTerms', taskDetail(step));
}

function takeEffect(step: Agreement): void {
  const { follows, version } = step.facts;
  enter(step, 'IN_FORCE');
  if (follows !== null) step.tell(follows.caseId, contract, 'supersede', { version });
}

/** The version as the platform shows it from now on; every state it had is kept. */
function enter(step: Agreement, status: 'PUBLISHED' | 'IN_FORCE'): void {
  const { version, noticeDays, effectiveFrom } = step.facts;
  step.write('register', {
    register: registers.agreements,
    status,
    validFrom: effectiveFrom,
    validTo: null,
    data: { version, caseId: step.state.id, noticeDays, effectiveFrom },
  });
}

/** @throws Refusal CONDITION_NOT_MET while one of the ten contents or the four rules is missing (HN-NET-07.1, 07.3) */
function isWhole({ facts: { missing } }: Agreement): void {
  if (missing.length === 0) return;
  const titles = missing.map((name) => agreementTexts[name]);
  refuse(
    'CONDITION_NOT_MET',
    `用户协议和平台规则缺少：${titles.map(({ zh }) => zh).join('、')}；补齐后方可公布。`,
    `The agreement and its rules lack: ${titles.map(({ en }) => en).join(', ')}. They can be published once these are written.`,
    { facts: { requirement: 'HN-NET-07.1', missing } },
  );
}

/** @throws Refusal CONDITION_NOT_MET until somebody has found the terms prominent and fair (HN-NET-15.5) */
function isChecked({ facts: { check } }: Agreement): void {
  if (check?.prominent === true && check.fair) return;
  refuse(
    'CONDITION_NOT_MET',
    check === null ? '格式条款尚未审核。' : '格式条款审核未通过，须先修改草案。',
    check === null
      ? 'The standard terms have not been checked.'
      : 'The standard terms were not found in order: the draft has to be changed first.',
    { facts: { requirement: 'HN-NET-15.5' } },
  );
}

function refuseTooEarly(from: Day, earliest: Day): void {
  if (from >= earliest) return;
  refuse(
    'INVALID_INPUT',
    `施行日不得早于 ${earliest}：须留足修改程序约定的公示日数。`,
    `The version cannot take effect before ${earliest}: the amendment procedure asks for that much notice.`,
    { field: 'effectiveFrom', facts: { requirement: 'HN-NET-07.2', earliest } },
  );
}
