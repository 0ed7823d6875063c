/** What the timeline says of each action of an application (XC-05.3). */
import type { Phrase } from '../../../rules/notices.ts';
import { changed, entry, listed, parts, remarked } from '../../../rules/phrases.ts';
import { eligibilityItems, type ItemKey } from '../../../rules/sh-store/eligibility-items.ts';
import { grouped } from '../../../rules/conditions/wording.ts';
import { routeTitles, trialMerits } from '../../../rules/sh-store/routes.ts';
import { text, type Text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import { liftedBar } from '../../engine/bars.ts';
import type { SentencesOf, Told } from '../../engine/sentences.ts';
import { byResult } from './by-result.ts';
import { materialTitles, type Checked, type StoreApplicationFacts, type storeApplication } from './contract.ts';
import type { StoreApplicationInputs } from './input.ts';
import { interviewSentences } from './interview-sentences.ts';
import { figureTitles, fileTitles, limbTitles } from './titles.ts';

export const storeApplicationSentences: SentencesOf<typeof storeApplication> = {
  checkMaterials: ({ items }) => {
    const ticked = Object.entries(items) as [keyof typeof materialTitles, Checked][];
    return byResult(
      ticked.map(([material, result]) => ({ of: materialTitles[material], result })),
      { OK: text('齐全', 'in order'), DEFICIENT: text('不齐全或不符', 'lacking or not in order') },
    );
  },

  recordCreditCheck: ({ result, source, checkedOn, operatingRisk, touches = [] }) =>
    parts(
      result === 'CLEAR' ? text('无不良记录', 'clear') : text('有不良记录', 'there is a hit'),
      result === 'CLEAR' ? undefined : touched(touches),
      operatingRisk
        ? text('发现实质性经营风险', 'a substantive operating risk was found')
        : text('未发现实质性经营风险', 'no substantive operating risk was found'),
      entry(text('来源', 'looked up at'), source),
      entry(text('核查日期', 'on'), dayInWords(checkedOn)),
    ),

  judgeCondition: ({ item, met }) =>
    remarked(item in trialMerits ? trialMerits[item as keyof typeof trialMerits] : itemTitle(item), verdict(met)),

  recordFinding: ({ limb, found }) =>
    remarked(
      limbTitles[limb],
      found ? text('存在该情形', 'found to be so') : text('不存在该情形', 'found not to be so'),
    ),

  changeRoute: ({ route }, { before }) => changed(routeTitles[before.facts.route], routeTitles[route]),
  waiveCondition: ({ item }) => itemTitle(item),
  overrideCondition: ({ item }) => itemTitle(item),
  requestSupplement: ({ items }) => listed(items),

  answerSupplement: ({ figures = {}, files = {} }, told) =>
    parts(
      ...changedFigures(Object.keys(figures) as (keyof typeof figureTitles)[], told),
      ...(Object.keys(files).length === 0
        ? []
        : [entry(text('新交文件', 'files handed in'), listed(fileNames(files)))]),
    ),

  rejectApplication: ({ clause }) => (clause === undefined ? undefined : entry(text('依据', 'under'), clause)),

  ...interviewSentences,
  liftBar: liftedBar,
};

function itemTitle(item: string): Phrase {
  return (eligibilityItems as Readonly<Record<string, { title: Text }>>)[item as ItemKey]?.title ?? item;
}

function verdict(met: boolean): Text {
  return met ? text('符合', 'met') : text('不符合', 'not met');
}

function touched(limbs: readonly (keyof typeof limbTitles)[]): Text {
  return limbs.length === 0
    ? text('不涉及条件（5）', 'touches no limb of condition (5)')
    : entry(text('涉及条件（5）', 'touches condition (5)'), listed(limbs.map((limb) => limbTitles[limb])));
}

/** Numbers with what they were before; of longer fields that they were changed. */
function changedFigures(
  fields: readonly (keyof typeof figureTitles)[],
  { before, after }: Told<StoreApplicationFacts>,
): Text[] {
  return fields.map((field) => {
    const [was, is] = [before.facts.figures[field], after.facts.figures[field]];
    if (typeof was === 'number' && typeof is === 'number')
      return entry(figureTitles[field], changed(inWords(field, was), inWords(field, is)));
    return text(`${figureTitles[field].zh}已更正`, `${figureTitles[field].en} corrected`);
  });
}

function inWords(field: keyof typeof figureTitles, figure: number): string {
  return field === 'fiscalYear' ? String(figure) : grouped(figure);
}

function fileNames(files: NonNullable<StoreApplicationInputs['answerSupplement']['files']>): Text[] {
  return (Object.keys(files) as (keyof typeof fileTitles)[]).map((file) => {
    const many = Array.isArray(files[file]) ? files[file].length : 1;
    const copies = text(`${many} 份`, `${many}`);
    return many === 1 ? fileTitles[file] : remarked(fileTitles[file], copies);
  });
}
