/** Grounds that the supervision puts to the clearance, corrects and takes back; persons decide there (XC-05.2). */
import { text, type Text } from '../../../rules/text.ts';
import { clearance } from '../clearance/contract.ts';
import type { Supervision } from './contract.ts';
import type { SupervisedGround } from './facts.ts';

/** The most that a ground tells, and the most characters of each fact: a clearance takes no more. */
const MOST_FACTS = 20;
const LONGEST_FACT = 400;

/** Whether a ground is with the clearance. */
export function isOpen(step: Supervision, ground: SupervisedGround): boolean {
  return step.facts.grounds[ground] !== undefined;
}

/** Puts a ground to the clearance of the store; one that is there is told what is known by now. */
export function detect(step: Supervision, ground: SupervisedGround, facts: readonly Text[]): void {
  const open = step.facts.grounds[ground];
  const told = facts.slice(-MOST_FACTS).map(inShort);
  step.facts.grounds = { ...step.facts.grounds, [ground]: { detectedAt: open?.detectedAt ?? step.now, facts: told } };
  if (open === undefined) {
    step.join(clearance, {
      ground,
      originCaseId: step.state.id,
      origin: 'storeSupervision',
      detectedAt: step.now,
      facts: told,
    });
  } else if (!same(open.facts, told)) {
    step.tellAbout(clearance, 'correctFacts', { originCaseId: step.state.id, ground, facts: told });
  }
}

/** Takes a ground back that no longer stands. */
export function withdraw(step: Supervision, ground: SupervisedGround, why: Text): void {
  if (!isOpen(step, ground)) return;
  forget(step, ground);
  step.tellAbout(clearance, 'withdrawGround', { originCaseId: step.state.id, ground, why });
}

/** A ground is no longer with the clearance. */
export function forget(step: Supervision, ground: SupervisedGround): void {
  step.facts.grounds = { ...step.facts.grounds, [ground]: undefined };
}

/** The version of the rules by which a ground was found, as the clearance is told (XC-06.2). */
export function underRules({ state: { ruleVersion } }: Supervision, rule: Text): Text {
  return text(`适用规则：${rule.zh}（规则第 ${ruleVersion} 版）`, `Rule: ${rule.en} (rules of version ${ruleVersion})`);
}

/** A fact is one line; who wants all that was written finds it on the timeline of the supervision. */
export function inShort({ zh, en }: Text): Text {
  return text(asLine(zh), asLine(en));
}

function asLine(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > LONGEST_FACT ? `${line.slice(0, LONGEST_FACT - 1)}…` : line;
}

function same(some: readonly Text[], others: readonly Text[]): boolean {
  return some.length === others.length && some.every(({ zh }, n) => zh === others[n]?.zh);
}
