/** An entry of the directory, 4.4 and 4.5: admitted by decision, published by the centre in versions, confirmed each year, removed on exit. */
import { unitKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { EntryStatus } from '../../../rules/ec-centre/services.ts';
import type { Phrase } from '../../../rules/notices.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { correctContact } from '../../engine/contact.ts';
import { defineProcess } from '../../engine/define.ts';
import { centreHasLeft, registers } from '../words.ts';
import { directoryEntry as contract, type Entry, type Listing } from './contract.ts';
import { directoryEntrySentences } from './sentences.ts';

export const directoryEntry = defineProcess(contract, {
  sentences: directoryEntrySentences,

  facts: (opening) => ({
    ...opening,
    admittedOn: null,
    draft: opening.listing,
    published: null,
    confirmedOn: null,
    removedOn: null,
  }),

  open: (step) => step.openTask('decideEntry', { ...ofEntry(step), services: step.facts.listing.services.length }),

  due: {
    confirmation(step) {
      const { confirmedOn } = step.facts;
      step.moveTo('OUTDATED');
      enter(step, 'OUTDATED');
      const told = { ...ofEntry(step), confirmedOn: confirmedOn ?? dayOf(step.now) };
      for (const to of ['provider', 'centre'] as const) step.notify('entryOutdated', to, told);
    },
  },

  requires: {
    admitProvider: [isUndecided],
    // Once admitted it leaves by its exit.
    refuseEntry: [isUndecided],
    publishEntry: [isAdmitted, isComplete],
  },

  actions: {
    correctContact,

    admitProvider(step) {
      step.facts.admittedOn = dayOf(step.now);
      step.closeTask('decideEntry');
      for (const to of ['provider', 'centre'] as const) step.notify('providerAdmitted', to, ofEntry(step));
    },

    refuseEntry(step, { reason }) {
      step.notify('entryRefused', 'provider', { ...ofEntry(step), reason });
      step.close('NOT_ADMITTED');
    },

    changeListing(step, { introduction, services }) {
      step.facts.draft = { introduction, services };
      step.notify('listingChanged', 'centre', ofEntry(step));
    },

    publishEntry(step) {
      const { draft, published } = step.facts;
      if (draft === null) throw new Error('There is no draft.');
      const version = (published?.version ?? 0) + 1;
      step.facts.published = { ...draft, version, at: step.now };
      step.facts.draft = null;
      confirmed(step);
      const told = { ...ofEntry(step), version, publishedAt: step.now };
      step.notify('entryPublished', 'provider', told, ['confirmation']);
    },

    confirmEntry: confirmed,

    exitProvider: (step, { reason }) => remove(step, reason),

    leaveDirectory: (step, { reason }) => remove(step, reason),

    centreLeft: (step) => remove(step, centreHasLeft),
  },
});

function ofEntry({ facts: { name, centreName } }: Entry) {
  return { name, centre: centreName };
}

/** The entry is right as of today: the time to confirm it runs anew. */
function confirmed(step: Entry): void {
  step.facts.confirmedOn = dayOf(step.now);
  step.meetDeadline('confirmation');
  step.startDeadline('confirmation', step.span('months', 'ec.confirmEvery', 'time.rollForward.confirmation'));
  step.moveTo('PUBLISHED');
  enter(step, 'PUBLISHED');
}

/** It stands in the directory no longer from this day (EC-CENTRE-04.2). */
function remove(step: Entry, reason: Phrase): void {
  const removedOn = dayOf(step.now);
  const wasShown = step.facts.published !== null;
  step.facts.removedOn = removedOn;
  if (wasShown) enter(step, 'REMOVED', reason);
  const told = { ...ofEntry(step), reason, removedOn };
  for (const to of ['provider', 'centre'] as const) step.notify('providerExited', to, told);
  step.close('REMOVED');
}

function enter(step: Entry, status: EntryStatus, reason?: Phrase): void {
  const { name, centre, published, removedOn, admittedOn } = step.facts;
  step.write('register', {
    register: registers.directory,
    party: unitKey(step.state.id),
    name,
    status,
    validFrom: admittedOn,
    validTo: removedOn,
    data: { provider: step.party('provider'), centre, ...published, caseId: step.state.id },
    ...(reason !== undefined && { reason }),
  });
}

function isUndecided({ facts: { admittedOn } }: Entry): void {
  if (admittedOn !== null) refuse('ALREADY_DONE', '该服务商已准入。', 'The provider is admitted already.');
}

function isAdmitted({ facts: { admittedOn } }: Entry): void {
  if (admittedOn === null) refuse('STEP_MISSING', '该服务商尚未准入。', 'The provider is not admitted yet.');
}

/** Introduction, content and price are all said, and there is something new to publish (EC-CENTRE-03.1). */
function isComplete({ facts: { draft } }: Entry): void {
  if (draft === null) {
    refuse('ALREADY_DONE', '没有待公布的修改。', 'There is nothing new to publish.');
  }
  const missing = missingIn(draft);
  if (missing.length === 0) return;
  refuse(
    'CONDITION_NOT_MET',
    `名录条目须有服务商介绍、服务内容和服务价格，尚缺：${missing.map(([zh]) => zh).join('、')}。`,
    `An entry has introduction, content and price; missing: ${missing.map(([, en]) => en).join(', ')}.`,
  );
}

function missingIn({ introduction, services }: Listing): readonly (readonly [string, string])[] {
  return [
    ...(introduction === null ? [['服务商介绍', 'introduction'] as const] : []),
    ...(services.length === 0 ? [['服务内容', 'content'] as const] : []),
    ...services
      .filter(({ price }) => price === null)
      .map(({ content }) => [`“${content}”的价格`, `price of “${content}”`] as const),
  ];
}
