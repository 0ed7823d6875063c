/** What the timeline says of each action of a declaration (XC-05.3). */
import {
  eligibilityItems,
  itemResults,
  type DueReport,
  type EligibilityItem,
} from '../../../rules/hn-base/eligibility.ts';
import { changed, entry, listed, parts, remarked } from '../../../rules/phrases.ts';
import type { Phrase } from '../../../rules/notices.ts';
import { text, type Text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import { namedCase } from '../../engine/case-number.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { baseDeclaration } from './contract.ts';

/** What the fields are called that a base can correct. */
const correctable = {
  name: text('基地名称', 'name of the base'),
  recognition: text('省级认定文号', 'document of the provincial recognition'),
  contest: text('参加“创客中国”大赛', 'Maker China contest'),
  cloud: text('参加“上云上平台”活动', 'cloud activities'),
  activities: text('参加的企业服务活动', 'service activities'),
  reports: text('运营情况报送记录', 'reports of operating data'),
};

export const baseDeclarationSentences: SentencesOf<typeof baseDeclaration> = {
  correctDeclaration: ({ changes: { name, recognition, contest, cloud, activities, reports } }) =>
    parts(
      name === undefined ? undefined : entry(correctable.name, name),
      recognition === undefined ? undefined : entry(correctable.recognition, recognition),
      contest === undefined ? undefined : entry(correctable.contest, yesOrNo(contest)),
      cloud === undefined ? undefined : entry(correctable.cloud, yesOrNo(cloud)),
      activities &&
        entry(correctable.activities, listedOrNone(activities.map(({ on, what }) => remarked(what, dayInWords(on))))),
      reports && entry(correctable.reports, listedOrNone(reports.map(reportInWords))),
    ),
  guideApplicant: ({ comment }) => comment,
  judgeItems: ({ items }) =>
    parts(
      ...(Object.keys(eligibilityItems) as EligibilityItem[]).map((item) =>
        entry(eligibilityItems[item], itemResults[items[item]]),
      ),
    ),
  recommendBase: ({ document }) => document,
  recordPaper: ({ copies, receivedOn }) => parts(copiesInWords(copies), dayInWords(receivedOn)),
  panelDrawn: ({ seed, order }) =>
    parts(entry(text('抽签依据', 'drawn by'), seed), entry(text('抽签顺序', 'order'), order.join(', '))),
  opinionGiven: ({ opinion }) => opinion,
  opinionOpened: ({ opinion }) => opinion,
  opinionOverdue: ({ opinion }) => opinion,
  expertLeft: ({ opinion }) => opinion,
  replaceExpert: ({ opinion }) => opinion,
  setAsideOpinion: ({ opinion }, { before, after }) =>
    parts(
      namedCase(opinion),
      entry(text('平均分', 'mean score'), changed(meanInWords(before.facts.score), meanInWords(after.facts.score))),
    ),
  recordFinalPaper: ({ copies, receivedOn }) => parts(copiesInWords(copies), dayInWords(receivedOn)),
  recordDisc: ({ receivedOn }) => dayInWords(receivedOn),
};

function copiesInWords(copies: number): Text {
  return text(`${copies} 份`, `${copies} ${copies === 1 ? 'copy' : 'copies'}`);
}

function meanInWords(score: number | null): Phrase {
  return score === null ? text('待补评', 'none yet') : String(score);
}

function yesOrNo(took: boolean): Text {
  return took ? text('是', 'yes') : text('否', 'no');
}

function listedOrNone(phrases: readonly Text[]): Text {
  return phrases.length === 0 ? text('无', 'none') : listed(phrases);
}

function reportInWords({ dueOn, filedOn }: DueReport): Text {
  const [due, filed] = [dayInWords(dueOn), filedOn === null ? null : dayInWords(filedOn)];
  return filed === null
    ? text(`应于${due.zh}报送，未报`, `due ${due.en}, never filed`)
    : text(`应于${due.zh}报送，${filed.zh}报送`, `due ${due.en}, filed ${filed.en}`);
}
