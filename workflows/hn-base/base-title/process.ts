/** The title of a national demonstration base, 一: valid until its last day; its holder is reminded, and may declare again. */
import { refuse } from '../../../rules/refusal.ts';
import { addMonths, atTime, dayOf, startOfDay, workingDayOnOrBefore, type Day } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { registers } from '../words.ts';
import { baseTitle as contract, type Title } from './contract.ts';
import { baseTitleSentences } from './sentences.ts';

export const baseTitle = defineProcess(contract, {
  sentences: baseTitleSentences,

  facts: (opening) => ({ ...opening, redeclaredIn: null, toldOfCalls: [] }),

  open(step) {
    watch(step);
    enter(step, 'VALID');
  },

  due: {
    expiring(step) {
      const { name, validTo } = step.facts;
      step.notify('titleExpiring', 'base', { name, validTo }, ['expiry']);
      expiring(step);
    },
    expiry(step) {
      const { name, validTo } = step.facts;
      enter(step, 'EXPIRED');
      step.notify('titleExpired', 'base', { name, validTo });
      step.close('EXPIRED');
    },
  },

  actions: {
    callOpened(step, { year, filingDay }) {
      const { name, validTo, toldOfCalls } = step.facts;
      if (Number(validTo.slice(0, 4)) !== year || toldOfCalls.includes(year)) return;
      step.facts.toldOfCalls = [...toldOfCalls, year];
      step.notify('mayDeclareAgain', 'base', { name, validTo, year, filingDay });
      expiring(step);
    },

    redeclared(step, { year }) {
      step.facts.redeclaredIn = year;
      step.moveTo('REDECLARED');
      enter(step, 'REDECLARED');
    },

    correctValidity(step, { validTo, reason }) {
      const { name, validTo: before, validFrom } = step.facts;
      if (validTo < dayOf(step.now) || validTo < validFrom) {
        refuse('INVALID_INPUT', '有效期末日不能早于今天。', 'The last day cannot lie before today.', {
          field: 'validTo',
        });
      }
      step.facts.validTo = validTo;
      step.notify('validityCorrected', 'base', { name, before, validTo, reason });
      step.cancelDeadline('expiring');
      step.cancelDeadline('expiry');
      // Listed as expiring for the reminder of its wrong day alone.
      if (step.state.stage === 'EXPIRING' && !isToldOfCall(step)) step.moveTo('VALID');
      watch(step);
      enter(step, statusOf(step));
    },
  },
});

type Status = 'VALID' | 'EXPIRING' | 'REDECLARED' | 'EXPIRED';

function statusOf({ state }: Title): Status {
  return state.stage as Status;
}

/** A call of the year of its end has opened, and the holder knows. */
function isToldOfCall({ facts: { validTo, toldOfCalls } }: Title): boolean {
  return toldOfCalls.includes(Number(validTo.slice(0, 4)));
}

/** Its end, and the working day so many months before on which the holder is reminded; the day of a title that ends sooner is over. */
function watch(step: Title): void {
  const { validTo } = step.facts;
  step.startDeadline('expiry', { unit: 'date', day: validTo });
  const on: Day = workingDayOnOrBefore(step.state.calendar, addMonths(validTo, -step.number('base.titleReminder')));
  const at = atTime(on, `${String(step.number('reminders.hour')).padStart(2, '0')}:00`);
  if (at > step.now) step.startDeadline('expiring', { unit: 'instant', at, begins: true });
  else if (startOfDay(validTo) > step.now) expiring(step);
}

/** A title that its holder has declared again is not listed as expiring any more. */
function expiring(step: Title): void {
  if (step.state.stage !== 'VALID') return;
  step.moveTo('EXPIRING');
  enter(step, 'EXPIRING');
}

function enter(step: Title, status: Status): void {
  const { batch, validFrom, validTo, redeclaredIn } = step.facts;
  step.write('register', {
    register: registers.titles,
    status,
    validFrom,
    validTo,
    data: { batch, validTo, redeclaredIn, caseId: step.state.id },
  });
}
