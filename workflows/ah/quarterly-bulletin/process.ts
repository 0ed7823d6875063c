/** The bulletin of a quarter: eight figures of every member, frozen when the quarter is over, approved by the department, then issued (第六条第一项). */
import { bulletinRows } from '../../../rules/ah/bulletin.ts';
import { bulletinSums } from '../../../rules/ah/figures.ts';
import { endOf, firstDayOf, nextQuarter, quarterCode, lastDayOfQuarter } from '../../../rules/ah/quarters.ts';
import { counted, text } from '../../../rules/text.ts';
import { defineProcess } from '../../engine/define.ts';
import { registers } from '../words.ts';
import { quarterlyBulletin as contract, type Bulletin, type BulletinRow } from './contract.ts';
import { quarterlyBulletinSentences } from './sentences.ts';

export const quarterlyBulletin = defineProcess(contract, {
  sentences: quarterlyBulletinSentences,

  facts: (opening) => ({ ...opening, asOf: null, rows: [], notes: [], issuedAt: null, document: null }),

  open(step) {
    step.startDeadline('quarterOver', { unit: 'instant', at: endOf(step.facts), begins: true });
  },

  due: {
    quarterOver(step, { members }) {
      step.facts.asOf = endOf(step.facts);
      step.facts.rows = bulletinRows(members, step.facts);
      step.record(
        'BULLETIN_FROZEN',
        text(
          `${members.length} 家成员的八项数据已固定`,
          `Eight figures of ${counted(members.length, 'member')} are frozen`,
        ),
        {
          clause: 'AH-EVAL 第六条第一项',
          requirement: 'AH-EVAL-05.4',
          detail: { asOf: step.facts.asOf, members: members.length },
        },
      );
      step.moveTo('DRAFT');
      step.startDeadline('draft', step.workingDays('bulletin.due'), atLastDay(step));
      step.openTask('draftBulletin', { year: step.facts.year, quarter: step.facts.quarter });
      const next = nextQuarter(step.facts);
      // Staff may have begun it already: there is one bulletin of a quarter.
      step.join(contract, next, { about: `bulletin:${quarterCode(next)}` });
    },
    // It stays to be handed in; the lists of reviewers and managers show it overdue.
    draft() {},
  },

  actions: {
    // The bulletin of the quarter is under way, or issued: the end of the one before it changes nothing.
    quarterBefore() {},

    addNote(step, { note }) {
      const { facts } = step;
      facts.notes = [...facts.notes, { note, at: step.now }];
      if (step.state.stage === 'UNDER_APPROVAL') step.describeTask('approveBulletin', underApproval(step));
      if (step.state.stage === 'APPROVED') step.describeTask('issueBulletin', { notes: notesOf(step) });
      const { year, quarter, document } = facts;
      if (document === null) return;
      const told = { year, quarter, document, note, notedAt: step.now };
      for (const { party } of facts.rows) step.notify('bulletinCorrected', { key: party }, told);
    },

    submitBulletin(step) {
      step.meetDeadline('draft');
      step.closeTask('draftBulletin');
      step.moveTo('UNDER_APPROVAL');
      step.openTask('approveBulletin', underApproval(step));
    },

    approveBulletin(step) {
      step.closeTask('approveBulletin');
      step.moveTo('APPROVED');
      step.openTask('issueBulletin', { notes: notesOf(step) });
    },

    returnBulletin(step, { reason }) {
      const { year, quarter } = step.facts;
      step.closeTask('approveBulletin');
      step.moveTo('RETURNED');
      step.openTask('draftBulletin', { year, quarter, returned: true });
      step.notify('bulletinReturned', { role: 'reviewer' }, { year, quarter, reason });
    },

    issueBulletin(step, { document }) {
      const { facts } = step;
      const { year, quarter, rows } = facts;
      facts.issuedAt = step.now;
      facts.document = document;
      const issued = { year, quarter, document, members: rows.length, issuedAt: step.now };
      for (const { party, figures } of rows) step.notify('bulletinIssued', { key: party }, { ...issued, figures });
      step.write('register', {
        register: registers.bulletins,
        status: 'ISSUED',
        validFrom: firstDayOf(facts),
        validTo: null,
        // The public summary: sums of the network, and no figures of single members (AH-OPS-04.2).
        data: {
          [quarterCode(facts)]: { caseId: step.state.id, document, issuedAt: step.now, summary: summaryOf(rows) },
        },
        adds: true,
      });
      step.close('ISSUED');
    },
  },
});

function underApproval(step: Bulletin) {
  return { members: step.facts.rows.length, notes: notesOf(step) };
}

/** The corrections in words, for the tasks. */
function notesOf({ facts: { notes } }: Bulletin): string[] {
  return notes.map(({ note }) => note);
}

/** The event is the end of the quarter: its last day is not counted (XC-01.2). */
function atLastDay({ facts }: Bulletin) {
  return `${lastDayOfQuarter(facts)}T23:59:59.000+08:00`;
}

/** The figures of the whole network with how many members they are of, for the public. */
function summaryOf(rows: readonly BulletinRow[]) {
  return { members: rows.length, figures: bulletinSums(rows) };
}
