/** Registration of a centre, 3 and 4: class and findings follow from what it reports; points are planned, opened and closed; reviewed each year. */
import { EVALUATOR } from '../../../rules/ec-centre/bodies.ts';
import { centreClasses, classOf, findingItems, findingsOf, isPointName } from '../../../rules/ec-centre/centre.ts';
import type { Phrase } from '../../../rules/notices.ts';
import { unitKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text, type Text } from '../../../rules/text.ts';
import { dayOf, startOfDay, yearOf } from '../../../rules/time/index.ts';
import { correctContact } from '../../engine/contact.ts';
import { defineProcess } from '../../engine/define.ts';
import { centreRequest } from '../centre-request/contract.ts';
import { centreReview } from '../centre-review/contract.ts';
import { directoryEntry } from '../directory-entry/contract.ts';
import { authoritiesAbove, centreBody, centreHasLeft, registers } from '../words.ts';
import { centreRegistration as contract, type LiaisonPoint, type Registration } from './contract.ts';
import { centreRegistrationSentences } from './sentences.ts';

export const centreRegistration = defineProcess(contract, {
  sentences: centreRegistrationSentences,

  facts: (opening) => ({
    ...opening,
    // The rules of the case are known once it is open.
    class: 'C' as const,
    registeredOn: null,
    leftOn: null,
    reviewedIn: null,
    points: {},
    sign: null,
  }),

  open(step) {
    step.facts.class = classOf(step.facts.data, step.rules);
    step.openTask('reviewCentre', standing(step));
  },

  due: {
    nextReview(step) {
      const year = yearOf(step.passedAt('nextReview'));
      review(step, year);
      awaitReview(step, year + 1);
    },
  },

  requires: { openReview: [notReviewedThisYear] },

  actions: {
    correctContact,

    registerCentre(step) {
      step.facts.registeredOn = dayOf(step.now);
      step.closeTask('reviewCentre');
      step.moveTo('REGISTERED');
      enter(step);
      step.notify('centreRegistered', 'centre', standing(step));
      const year = yearOf(step.now);
      const opens = startOfDay(`${year}-${step.rules['ec.reviewOpens']}`);
      awaitReview(step, step.now < opens ? year : year + 1);
      // Registered while the review of the year is running: it takes part.
      if (step.now >= opens) review(step, year);
    },

    declineCentre(step, { reason }) {
      step.notify('centreDeclined', 'centre', { name: step.facts.name, reason });
      step.close('NOT_REGISTERED');
    },

    reportData(step, { data }) {
      const before = step.facts.class;
      step.facts.data = data;
      step.facts.class = classOf(data, step.rules);
      if (step.state.stage === 'UNDER_REVIEW') {
        step.describeTask('reviewCentre', standing(step));
        return;
      }
      enter(step);
      step.notify('standingChanged', 'centre', { ...standing(step), before: centreClasses[before] });
    },

    judgeSign(step, { passed, carriers }) {
      step.facts.sign = { passed, carriers, on: dayOf(step.now) };
      if (step.state.stage === 'REGISTERED') enter(step);
    },

    // The standard says the end of the year and no day.
    openReview(step) {
      const year = yearOf(step.now);
      step.cancelDeadline('nextReview');
      review(step, year);
      awaitReview(step, year + 1);
    },

    planPoint(step, { title: name, place, staff }) {
      const { points, name: centre } = step.facts;
      if (!isPointName(name, centre)) {
        refuse(
          'INVALID_INPUT',
          `联络点名称应为“${centre}XX联络点”。`,
          `A liaison point is called after its centre, ${centre}, with its place and the word for a liaison point behind it.`,
          { field: 'title', facts: { requirement: 'EC-CENTRE-06.2' } },
        );
      }
      if (Object.values(points).some((one) => one.name === name && one.status !== 'CLOSED')) {
        refuse('ALREADY_OPEN', '已有同名的联络点。', 'There is a point of this name already.', { field: 'title' });
      }
      const id = `p${Object.keys(points).length + 1}`;
      setPoint(step, id, { key: unitKey(step.newId('ecp')), name, place, staff, status: 'PLANNED' });
    },

    openPoint(step, { point, staff }) {
      const planned = pointOf(step, point, 'PLANNED');
      setPoint(step, point, { ...planned, staff, status: 'OPEN' });
    },

    staffPoint: (step, { point, staff }) => setPoint(step, point, { ...pointOf(step, point, 'OPEN'), staff }),

    closePoint(step, { point, reason }) {
      const { points } = step.facts;
      const status = points[point]?.status === 'PLANNED' ? 'PLANNED' : 'OPEN';
      setPoint(step, point, { ...pointOf(step, point, status), status: 'CLOSED' }, reason);
    },

    leaveRegister(step) {
      if (step.state.stage === 'REGISTERED') {
        step.facts.leftOn = dayOf(step.now);
        closeAllPoints(step);
        enter(step);
        step.tellChildren(centreReview, 'centreLeft', {});
        step.tellAbout(directoryEntry, 'centreLeft', {});
        step.tellAbout(centreRequest, 'centreLeft', {});
      }
      step.close('LEFT');
    },
  },
});

function notReviewedThisYear({ facts: { reviewedIn }, now }: Registration): void {
  const year = yearOf(now);
  if (reviewedIn !== year) return;
  refuse('ALREADY_DONE', `${year}年度考评已开始。`, `The review of ${year} is open or was held already.`);
}

/** Class, and what is not as the standard has it. */
function standing(step: Registration) {
  const { name, data, class: derived, points } = step.facts;
  const findings = findingsOf(data, Object.values(points), step.rules)
    .filter(({ result }) => result === 'NOT_MET')
    .map(({ item, words }): Text => {
      const { zh, en } = findingItems[item];
      return text(`${zh}：${words.zh}`, `${en}: ${words.en}`);
    });
  return { name, class: centreClasses[derived], findings };
}

function enter(step: Registration): void {
  const { class: derived, registeredOn, leftOn, data, points, sign } = step.facts;
  const findings = findingsOf(data, Object.values(points), step.rules);
  step.write('register', {
    register: registers.centres,
    status: leftOn === null ? 'REGISTERED' : 'LEFT',
    validFrom: registeredOn,
    validTo: leftOn,
    data: {
      class: derived,
      notMet: findings.filter(({ result }) => result === 'NOT_MET').map(({ item }) => item),
      sign,
      caseId: step.state.id,
    },
  });
}

/** The point of this name, as long as it stands so. */
function pointOf(step: Registration, id: string, status: LiaisonPoint['status']): LiaisonPoint {
  const found = step.facts.points[id];
  if (found?.status === status) return found;
  const ids = Object.keys(step.facts.points).filter((one) => step.facts.points[one]?.status === status);
  return refuse(
    'INVALID_INPUT',
    `没有可办理的联络点“${id}”；可办理的有：${ids.join('、') || '无'}。`,
    `This cannot be done with a point '${id}'; it can with: ${ids.join(', ') || 'none'}.`,
    { field: 'point', facts: { points: ids } },
  );
}

function setPoint(step: Registration, id: string, point: LiaisonPoint, reason?: string): void {
  writePoint(step, id, point, reason);
  enter(step);
}

/** The points of a centre go with it (EC-CENTRE-05.1). */
function closeAllPoints(step: Registration): void {
  for (const [id, point] of Object.entries(step.facts.points))
    if (point.status !== 'CLOSED') writePoint(step, id, { ...point, status: 'CLOSED' }, centreHasLeft);
}

function writePoint(step: Registration, id: string, point: LiaisonPoint, reason?: Phrase): void {
  step.facts.points = { ...step.facts.points, [id]: point };
  step.write('register', {
    register: registers.points,
    party: point.key,
    name: point.name,
    status: point.status,
    validFrom: dayOf(step.now),
    validTo: point.status === 'CLOSED' ? dayOf(step.now) : null,
    data: { centre: step.party('centre'), place: point.place, staff: point.staff },
    ...(reason !== undefined && { reason }),
  });
}

function awaitReview(step: Registration, year: number): void {
  const at = startOfDay(`${year}-${step.rules['ec.reviewOpens']}`);
  step.startDeadline('nextReview', { unit: 'instant', at, begins: true });
}

function review(step: Registration, year: number): void {
  const { bodyId, region } = step.state;
  step.facts.reviewedIn = year;
  const opening = {
    year,
    name: step.facts.name,
    dueOn: `${year}-${step.rules['ec.reviewDue']}`,
    authorities: [bodyId, ...authoritiesAbove(bodyId)],
  };
  step.open(centreReview, opening, {
    bodies: { authority: { bodyId, region }, evaluator: centreBody(EVALUATOR) },
  });
}
