/** The least numbers of a window, 第十三条: checked when a quarter is over, told to its operator and department, decided by a manager. */
import { checkMinimums, minimumsOf, servingIn, type MinimumCheck } from '../../../rules/hn-net/minimums.ts';
import { bodyOf } from '../../../rules/hn-net/network.ts';
import { networkOf } from '../../../rules/hn-net/window.ts';
import { parts } from '../../../rules/phrases.ts';
import { counted, text, type Text } from '../../../rules/text.ts';
import { addDays, addMonths, dayInWords, dayOf, type Day } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { windowQualification } from '../window-qualification/contract.ts';
import type { HnNetReadings } from '../words.ts';
import { windowMinimums as contract, type Minimums } from './contract.ts';
import { shortfallMeasures } from './measures.ts';
import { windowMinimumsSentences } from './sentences.ts';

/** From the last day of a year the quarters are counted. */
const YEAR_END = '2014-12-31';

export const windowMinimums = defineProcess(contract, {
  sentences: windowMinimumsSentences,

  facts: (opening) => ({ ...opening, latest: null, shortSince: null }),

  open: watch,

  due: {
    nextCheck(step, figures) {
      const to = addDays(dayOf(step.passedAt('nextCheck')), -1);
      judge(step, figures, to);
      watch(step);
    },
    // An internal target: the list of the manager shows it overdue.
    decision() {},
  },

  actions: {
    checkNow: (step, _input, figures) => judge(step, figures, dayOf(step.now)),

    decideShortfall(step, { measure, reason }) {
      step.meetDeadline('decision');
      step.closeTask('decideShortfall');
      const told = { window: step.facts.name, measure: shortfallMeasures[measure], reason, decidedAt: step.now };
      step.notify('shortfallDecided', 'operator', told);
      if (measure !== 'PROPOSE_DISQUALIFICATION') return;
      const proposal = { ground: 'DUTIES_NOT_DONE' as const, reason, fileIds: [] };
      step.tellAbout(windowQualification, 'proposeDisqualification', proposal);
    },

    windowEnded(step) {
      tellDecider(step, text('窗口资格已取消', 'the window has lost its qualification'));
      step.close('ENDED');
    },
  },
});

function watch(step: Minimums): void {
  step.startStanding('nextCheck', YEAR_END, Math.max(1, step.number('minimum.checkEvery')));
}

/** Judges the period that ends on a day, as long as the time between two checks. */
function judge(step: Minimums, { windows, ...figures }: HnNetReadings['windowFigures'], to: Day): void {
  const network = networkOf(windows);
  const window = bodyOf(step.facts.id, network);
  const least = window && minimumsOf(window, network, step.rules);
  if (least === null) return;
  const from = addMonths(addDays(to, 1), -Math.max(1, step.number('minimum.checkEvery')));
  const check = checkMinimums(figures, least, { from, to });
  step.facts.latest = check;
  step.record('MINIMUMS_CHECKED', inWords(check), {
    detail: { ...check, counted: servingIn(figures.providers, from) },
  });
  if (check.met) endShortfall(step, check);
  else tellShortfall(step, check);
}

function tellShortfall(step: Minimums, check: MinimumCheck): void {
  const { name: window } = step.facts;
  step.facts.shortSince ??= check.to;
  step.moveTo('BELOW_MINIMUM');
  step.notify('belowMinimum', 'operator', { window, check });
  const isNew = step.task('decideShortfall') === undefined;
  step.openOrDescribeTask('decideShortfall', { window, ...check });
  if (!isNew) return;
  step.startDeadline('decision', step.workingDays('sla.shortfallDecision'));
  step.notify('shortfallFound', { role: 'manager' }, { window, check });
}

function endShortfall(step: Minimums, check: MinimumCheck): void {
  if (step.state.stage !== 'BELOW_MINIMUM') return;
  step.facts.shortSince = null;
  tellDecider(step, text('窗口已达到下限', 'the window meets its minimums'));
  step.cancelDeadline('decision');
  step.closeTask('decideShortfall');
  step.moveTo('MET');
  step.notify('minimumsMet', 'operator', { window: step.facts.name, check });
}

/** Whoever was asked to decide what follows is told that nothing does. */
function tellDecider(step: Minimums, why: Text): void {
  if (step.task('decideShortfall') === undefined) return;
  step.notify('shortfallEnded', { role: 'manager' }, { window: step.facts.name, why });
}

function inWords({ from, to, connected, serving, registered, providers, members, met }: MinimumCheck): Text {
  const [first, last] = [dayInWords(from), dayInWords(to)];
  return parts(
    text(`${first.zh}至${last.zh}`, `${first.en} to ${last.en}`),
    text(
      `接入服务商 ${connected} 家，其中开展服务 ${serving} 家（下限 ${providers} 家）`,
      `${counted(connected, 'provider')} connected, ${serving} of them serving (least ${providers})`,
    ),
    text(`登记企业会员 ${registered} 家（下限 ${members} 家）`, `${counted(registered, 'member')} (least ${members})`),
    met ? text('达到下限', 'minimums met') : text('未达下限', 'below minimum'),
  );
}
