import type { Instant } from '../../../rules/time/index.ts';
import { describe, expect, it } from 'vitest';
import { BASE, BaseCase, basePeople as people, city, fileBaseForm, province } from '../../../test/support/base-case.ts';
import { at, people as anyone } from '../../../test/support/engine-samples.ts';
import { namedCase } from '../../engine/case-number.ts';
import type { FoundCase, FoundEntry } from '../../engine/intake.ts';
import type { BaseDeclarationFacts } from './facts.ts';
import { baseDeclarationIntake } from './intake.ts';
import { baseDeclaration } from './process.ts';

const CITY = 'unit:hn-dept-changsha';
const form = {
  year: 2019,
  name: '麓谷基地',
  city: 'hn-dept-changsha',
  recognition: '湘工信中小〔2018〕12号',
  contest: true,
  cloud: true,
  activities: [{ on: '2018-06-01', what: '政策进园区' }],
  reports: Array.from({ length: 12 }, (_, n) => ({
    dueOn: `2018-${String(n + 1).padStart(2, '0')}-10`,
    filedOn: `2018-${String(n + 1).padStart(2, '0')}-09`,
  })),
  contactName: '李倩',
  telephone: '0731-88001234',
  email: 'liqian@example.cn',
  fileIds: [],
};
const call: FoundEntry = {
  ...{ register: 'hn-base.calls', party: 'unit:base-call-2019', name: '2019年度通知', status: 'OPEN', ...province },
  data: { year: 2019, caseId: 'bcl-1', filingDay: '2019-04-26', finalDay: '2019-05-10' },
};
const met = { RECOGNITION: 'MET', CONTEST_AND_CLOUD: 'MET', ACTIVITIES: 'MET', REPORTS: 'MET' };
const other = anyone.otherCase;

function file(changes: object = {}, entries: FoundEntry[] = [call], cases: FoundCase[] = []) {
  return fileBaseForm(baseDeclarationIntake, { ...form, ...changes }, people.base, { entries, cases });
}

function declared(changes: object = {}) {
  return new BaseCase<BaseDeclarationFacts>(baseDeclaration, file(changes), {
    id: 'bdc-1',
    openedAt: at('2019-04-02 10:00'),
    filer: people.base,
  });
}

function recommended() {
  const one = declared();
  one.act('submitToCity', people.base, {}, at('2019-04-10 10:00'));
  one.act('judgeItems', people.city, { items: met }, at('2019-04-11 10:00'));
  one.act('recommendBase', people.city, { document: '长工信〔2019〕8号', fileIds: ['f-1'] }, at('2019-04-11 11:00'));
  return one;
}

function received() {
  const one = recommended();
  one.act('fileWithProvince', people.city, {}, at('2019-04-25 10:00'));
  one.act('recordPaper', people.province, { copies: 2, receivedOn: '2019-04-26' }, at('2019-04-26 15:00'));
  return one;
}

function inReview() {
  const one = received();
  const order = ['person:e1', 'person:e2', 'person:e3', 'person:e4'];
  one.act('panelDrawn', other, { seed: 'bcl-1 2019-04-26 bdc-1', order }, at('2019-04-28 10:00'));
  return one;
}

function selected() {
  const one = inReview();
  for (const id of ['bop-1', 'bop-1-2', 'bop-1-3'])
    one.act('opinionGiven', other, { opinion: id }, at('2019-04-29 10:00'));
  for (const [id, score] of [
    ['bop-1', 90],
    ['bop-1-2', 85],
    ['bop-1-3', 80],
  ] as const)
    one.act('opinionOpened', other, { opinion: id, score, words: '好。' }, at('2019-04-29 11:00'));
  one.act('baseSelected', other, { reason: '前四名。' }, at('2019-04-30 10:00'));
  return one;
}

describe('who may declare', () => {
  it('HN-BASE-01.1 a base without provincial recognition is refused, and so is a call that is not open', () => {
    expect(() => file({ recognition: null })).toThrow('Only bases that the province has recognised');
    expect(() => file({ year: 2018 })).toThrow('No call of 2018 is open; open ones: 2019');
    expect(() => file({}, [{ ...call, status: 'CLOSED' }])).toThrow('No call of 2019');
    const before = {
      id: 'bdc-0',
      kind: 'baseDeclaration',
      subject: BASE,
      about: 'base-call:2019',
      stage: 'PREPARING',
      isOpen: true,
    };
    expect(() => file({}, [call], [before])).toThrow('bdc-0');
  });

  it('HN-BASE-01.2 HN-BASE-01.3 HN-BASE-01.4 the city sees what the data show of each item, and judges it', () => {
    const late = form.reports.map((report, n) => (n < 2 ? { ...report, filedOn: null } : report));
    const one = declared({ contest: false, cloud: false, activities: [], reports: late });
    one.act('submitToCity', people.base, {}, at('2019-04-10 10:00'));
    const [task] = one.last.tasks;
    expect(task?.detail).toMatchObject({
      CONTEST_AND_CLOUD: { shows: 'NOT_MET' },
      ACTIVITIES: { shows: 'NOT_MET' },
      REPORTS: { shows: 'NOT_MET', words: { en: '2 late of 12' } },
    });
  });

  it('HN-BASE-01.1 what is not eligible is not recommended, and why is told', () => {
    const one = declared();
    one.act('submitToCity', people.base, {}, at('2019-04-10 10:00'));
    const recommend = { document: '长工信〔2019〕8号', fileIds: ['f-1'] };
    expect(() => one.act('recommendBase', people.city, recommend, at('2019-04-11 10:00'))).toThrow(
      'item by item first',
    );
    one.act('judgeItems', people.city, { items: { ...met, REPORTS: 'NOT_MET' } }, at('2019-04-11 10:00'));
    expect(() => one.act('recommendBase', people.city, recommend, at('2019-04-11 10:00'))).toThrow('operating data');
    one.act('declineRecommendation', people.city, { reason: '多次逾期。' }, at('2019-04-11 11:00'));
    expect(one.state.outcome).toBe('NOT_RECOMMENDED');
    expect(one.toldTo('notRecommended')).toEqual([BASE]);
  });

  it('HN-BASE-01.5 HN-BASE-05.3 a holder of 2016 may enter before its title ends, and one whose title lasts longer may not', () => {
    const title = (validTo: string): FoundEntry => ({
      ...{ register: 'hn-base.titles', party: BASE, name: '麓谷基地', status: 'VALID', ...province, data: { validTo } },
    });
    const held: FoundCase = {
      id: 'btl-1',
      kind: 'baseTitle',
      subject: BASE,
      about: null,
      stage: 'VALID',
      isOpen: true,
    };
    const filing = file({}, [call, title('2019-12-31')], [held]);
    const one = new BaseCase(baseDeclaration, filing, { id: 'bdc-1', openedAt: at('2019-04-02 10:00') });
    expect(one.last.messages).toMatchObject([{ to: 'btl-1', action: 'redeclared', input: { year: 2019 } }]);
    expect(() => file({}, [call, title('2020-12-31')], [held])).toThrow('valid until 2020-12-31');
  });
});

describe('the filing by the city', () => {
  it('HN-BASE-02.1 the city comments on the draft before it is handed in, and can return it', () => {
    const one = declared();
    one.act('guideApplicant', people.city, { comment: '请补充照片。' }, at('2019-04-03 10:00'));
    expect(one.toldTo('applicantGuided')).toEqual([BASE]);
    one.act('addMaterials', people.base, { note: '已补充。', fileIds: ['f-2'] }, at('2019-04-04 10:00'));
    one.act('submitToCity', people.base, {}, at('2019-04-05 10:00'));
    expect(() => one.act('guideApplicant', people.city, { comment: '…' }, at('2019-04-05 11:00'))).toThrow(
      'not open now',
    );
    one.act('returnToBase', people.city, { reason: '缺推荐表。' }, at('2019-04-05 12:00'));
    expect(one.state).toMatchObject({ stage: 'PREPARING', tasks: [] });
  });

  it('HN-BASE-02.1 a base whose declaration is returned can correct all that it has declared, its name too', () => {
    const one = declared();
    one.act('submitToCity', people.base, {}, at('2019-04-05 10:00'));
    const changes = { name: '麓谷新基地', recognition: '湘工信〔2018〕9号', cloud: false, activities: [], reports: [] };
    const correct = () => one.act('correctDeclaration', people.base, { changes }, at('2019-04-05 13:00'));
    expect(correct).toThrow('not open now');
    one.act('returnToBase', people.city, { reason: '名称与认定文件不一致。' }, at('2019-04-05 12:00'));
    const { writes, lines } = correct();
    expect(writes).toMatchObject([
      { write: 'form', data: { changes } },
      { write: 'name', data: { at: 'name' } },
    ]);
    expect(lines.map(({ title }) => title.zh)).toEqual([
      '申报内容已更正：基地名称：麓谷新基地；省级认定文号：湘工信〔2018〕9号；参加“上云上平台”活动：否；参加的企业服务活动：无；运营情况报送记录：无',
    ]);
    expect(one.state.facts).toMatchObject({
      name: '麓谷新基地',
      declared: { recognition: '湘工信〔2018〕9号', contest: true, cloud: false, activities: 0, reports: [] },
    });
  });

  it('HN-BASE-02.2 is in time on 2019-04-26 23:50, and late at 2019-04-27 00:00', () => {
    const one = recommended();
    expect(one.deadline('cityFiling')).toMatchObject({ dueAt: '2019-04-27T00:00:00.000+08:00' });
    one.act('fileWithProvince', people.city, {}, at('2019-04-26 23:50'));
    expect(one.state).toMatchObject({ stage: 'SUBMITTED_TO_PROVINCE', bodyId: province.bodyId });
    // The alarm of the case and the act may meet in either order.
    for (const alarmFirst of [true, false]) {
      const late = recommended();
      if (alarmFirst) late.liveUntil(at('2019-04-27 00:00'));
      late.act('fileWithProvince', people.city, {}, at('2019-04-27 00:00'));
      expect(late.state.outcome).toBe('LATE_REFUSED');
    }
  });

  it('HN-BASE-02.2 what came in the last second and waited while the end of the time was recorded is in time', () => {
    const filedLate = (receivedAt: Instant) => {
      const one = recommended();
      one.liveUntil(at('2019-04-27 00:00'));
      one.actLate('fileWithProvince', people.city, receivedAt, at('2019-04-27 00:10'));
      return one.state;
    };
    const lastSecond = '2019-04-26T23:59:59.000+08:00' as Instant;
    expect(filedLate(lastSecond)).toMatchObject({ stage: 'SUBMITTED_TO_PROVINCE', facts: { submittedAt: lastSecond } });
    expect(filedLate(at('2019-04-27 00:00')).outcome).toBe('LATE_REFUSED');
  });

  it('HN-BASE-02.3 one paper copy is incomplete, two are complete and go to the call', () => {
    const one = recommended();
    one.act('fileWithProvince', people.cityManager, {}, at('2019-04-25 10:00'));
    one.act('recordPaper', people.province, { copies: 1, receivedOn: '2019-04-25' }, at('2019-04-25 15:00'));
    expect(one.state).toMatchObject({ tasks: [{ name: 'checkPaper' }], facts: { paper: { complete: false } } });
    expect(one.toldTo('paperIncomplete')).toEqual([CITY]);
    expect(one.last.messages).toEqual([]);
    one.act('recordPaper', people.province, { copies: 2, receivedOn: '2019-04-26' }, at('2019-04-28 09:00'));
    const entry = { declaration: 'bdc-1', base: BASE, title: '麓谷基地', city: city.bodyId };
    expect(one.last.messages).toMatchObject([{ to: 'bcl-1', action: 'entryReceived', input: entry }]);
    for (const receivedOn of ['2019-04-26', '2019-04-28'])
      expect(() => one.act('recordPaper', people.province, { copies: 2, receivedOn }, at('2019-04-28 10:00'))).toThrow(
        'recorded already',
      );
    expect(one.state.closedAt).toBeNull();
  });

  it('HN-BASE-02.4 a late filing is refused and the city is told, whoever was late: the file or its paper', () => {
    const late = recommended();
    late.liveUntil(at('2019-04-27 00:00'));
    expect(late.state.stage).toBe('RECOMMENDED');
    late.act('fileWithProvince', people.city, {}, at('2019-04-27 10:00'));
    expect(late.state.outcome).toBe('LATE_REFUSED');
    expect(late.toldTo('lateRefused')).toEqual([BASE, CITY]);
    const paper = recommended();
    paper.act('fileWithProvince', people.city, {}, at('2019-04-26 10:00'));
    paper.act('recordPaper', people.province, { copies: 2, receivedOn: '2019-04-28' }, at('2019-04-28 10:00'));
    expect(paper.state.outcome).toBe('LATE_REFUSED');
    const missing = recommended();
    missing.act('fileWithProvince', people.city, {}, at('2019-04-26 10:00'));
    missing.act('recordPaper', people.province, { copies: 0, receivedOn: '2019-04-28' }, at('2019-04-28 10:00'));
    expect(missing.state.outcome).toBe('LATE_REFUSED');
    const never = declared();
    never.act('callEnded', other, {}, at('2019-05-02 10:00'));
    expect(never.state.outcome).toBe('LATE_REFUSED');
  });

  it('HN-BASE-02.5 base and city are reminded on 2019-04-23 and 2019-04-25', () => {
    const one = declared();
    expect(one.liveUntil(at('2019-04-26 23:59'))).toEqual([at('2019-04-23 09:00'), at('2019-04-25 09:00')]);
    expect(one.toldTo('deadlineReminder')).toEqual([BASE, CITY]);
  });
});

describe('the review', () => {
  it('HN-BASE-03.1 asks the first of the lot, each in a case of their own, and opens all opinions together', () => {
    const one = inReview();
    expect(one.last.openings.map(({ id, parties }) => [id, parties['expert']])).toEqual([
      ['bop-1', ['person:e1']],
      ['bop-1-2', ['person:e2']],
      ['bop-1-3', ['person:e3']],
    ]);
    for (const id of ['bop-1', 'bop-1-2']) one.act('opinionGiven', other, { opinion: id }, at('2019-04-29 10:00'));
    expect(one.last.childrenMessages).toEqual([]);
    one.act('opinionGiven', other, { opinion: 'bop-1-3' }, at('2019-04-29 11:00'));
    expect(one.last.childrenMessages).toMatchObject([{ kind: 'baseOpinion', action: 'openOpinion' }]);
    for (const [id, score] of [
      ['bop-1', 90],
      ['bop-1-2', 85],
      ['bop-1-3', 81],
    ] as const)
      one.act('opinionOpened', other, { opinion: id, score, words: '好。' }, at('2019-04-29 12:00'));
    expect(one.state.facts.score).toBe(85.33);
    expect(one.last.messages).toMatchObject([{ to: 'bcl-1', action: 'entryScored', input: { score: 85.33 } }]);
  });

  it('HN-BASE-03.1 the next of the lot takes the place of who steps back or is late, and nobody does without one', () => {
    const one = inReview();
    one.act('opinionOverdue', other, { opinion: 'bop-1' }, at('2019-05-06 00:00'));
    expect(one.tasks).toEqual(['replaceExpert']);
    one.act('replaceExpert', people.province, { opinion: 'bop-1', reason: '逾期。' }, at('2019-05-06 09:00'));
    expect(one.last.openings).toMatchObject([{ id: 'bop-1-4', parties: { expert: ['person:e4'] } }]);
    expect(one.last.messages).toMatchObject([{ to: 'bop-1', action: 'endReview', input: { why: 'REPLACED' } }]);
    expect(Object.keys(one.state.facts.panel?.opinions ?? {})).toEqual(['bop-1-2', 'bop-1-3', 'bop-1-4']);
    expect(one.tasks).toEqual([]);
    const unknown = { opinion: 'bop-9', reason: '回避。' };
    expect(() => inReview().act('replaceExpert', people.province, unknown)).toThrow('is waited for');
    const leave = { opinion: 'bop-1-2', reason: '回避。' };
    expect(() => one.act('replaceExpert', people.province, leave, at('2019-05-06 10:00'))).toThrow('Nobody is left');
    expect(one.blocked('replaceExpert', people.province, at('2019-05-06 10:00'))).toEqual(['LIMIT_REACHED']);
  });

  it('HN-BASE-03.1 an expert whose interest comes to light after the opinion was given is replaced as long as it is not opened', () => {
    const one = inReview();
    one.act('opinionGiven', other, { opinion: 'bop-1' }, at('2019-04-29 10:00'));
    one.act('replaceExpert', people.province, { opinion: 'bop-1', reason: '发现利害关系。' }, at('2019-04-29 11:00'));
    expect(one.last.messages).toMatchObject([{ to: 'bop-1', action: 'endReview' }]);
    expect(one.state.facts.panel?.opinions).toEqual({ 'bop-1-2': 'ASKED', 'bop-1-3': 'ASKED', 'bop-1-4': 'ASKED' });
    for (const id of ['bop-1-2', 'bop-1-3', 'bop-1-4'])
      one.act('opinionGiven', other, { opinion: id }, at('2019-04-30 10:00'));
    for (const id of ['bop-1-2', 'bop-1-3', 'bop-1-4'])
      one.act('opinionOpened', other, { opinion: id, score: 80, words: '好。' }, at('2019-04-30 11:00'));
    expect(one.state.facts.score).toBe(80);
    const opened = inReview();
    for (const id of ['bop-1', 'bop-1-2', 'bop-1-3'])
      opened.act('opinionGiven', other, { opinion: id }, at('2019-04-29 10:00'));
    opened.act('opinionOpened', other, { opinion: 'bop-1', score: 80, words: '好。' }, at('2019-04-29 11:00'));
    const late = { opinion: 'bop-1', reason: '发现利害关系。' };
    expect(() => opened.act('replaceExpert', people.province, late, at('2019-04-29 12:00'))).toThrow('lies unopened');
  });

  it('HN-BASE-03.1 XC-05.5 an expert whose interest comes on record before the opening is replaced, given or not', () => {
    for (const isGiven of [false, true]) {
      const one = inReview();
      if (isGiven) one.act('opinionGiven', other, { opinion: 'bop-1' }, at('2019-04-29 10:00'));
      one.act('interestDeclared', other, { account: 'e1' }, at('2019-04-29 11:00'));
      expect(one.last.messages).toMatchObject([{ to: 'bop-1', action: 'endReview', input: { why: 'INTEREST' } }]);
      expect(one.last.openings).toMatchObject([{ id: 'bop-1-4', parties: { expert: ['person:e4'] } }]);
      expect(one.told.slice(-4)).toEqual(expect.arrayContaining(['PARTICIPANT_INTERESTED', 'EXPERT_LEFT']));
      expect(one.tasks).toEqual([]);
      // Of who is of the panel no longer nothing counts.
      one.act('interestDeclared', other, { account: 'e1' }, at('2019-04-29 12:00'));
      expect([one.last.messages, one.tasks]).toEqual([[], []]);
    }
  });

  describe('HN-BASE-03.1 an interest that comes to light after the opening', () => {
    const record = (changes: object = {}) => ({ isOpen: true, interests: [], ...changes });
    const noon = at('2019-04-29 12:00');
    const aside = (one: ReturnType<typeof opened>, opinion: string, found = record()) =>
      one.act('setAsideOpinion', people.provinceManager, { opinion, reason: '配偶任职于该单位。' }, noon, found);
    function opened() {
      const one = inReview();
      const ids = ['bop-1', 'bop-1-2', 'bop-1-3'];
      for (const opinion of ids) one.act('opinionGiven', other, { opinion }, at('2019-04-29 10:00'));
      for (const [n, opinion] of ids.entries())
        one.act('opinionOpened', other, { opinion, score: 90 - 5 * n, words: '好。' }, at('2019-04-29 11:00'));
      return one;
    }

    it('XC-05.5 is told, and a manager sets the opinion aside: why, the mean before and now are on the line, the call is told', () => {
      const one = opened();
      one.act('interestDeclared', other, { account: 'e1' }, noon);
      expect(one.last.messages).toEqual([]);
      expect(one.last.lines[1]?.title.zh).toBe(`所涉评审意见：${namedCase('bop-1')}`);
      expect(one.last.tasks).toMatchObject([{ name: 'lookIntoInterest', detail: { accounts: ['e1'] } }]);
      expect(() => one.act('setAsideOpinion', people.province, { opinion: 'bop-1', reason: '回避。' }, noon)).toThrow(
        expect.objectContaining({ code: 'NOT_ALLOWED' }),
      );
      aside(one, 'bop-1');
      const line = one.last.lines.find(({ type }) => type === 'OPINION_SET_ASIDE')?.title.zh;
      expect(line).toContain(`${namedCase('bop-1')}；平均分：由 85 改为 82.5`);
      expect(line).toContain('配偶任职于该单位');
      expect(one.last.messages).toMatchObject([
        { to: 'bcl-1', action: 'entryScored', input: { declaration: 'bdc-1', score: 82.5 } },
      ]);
      expect(one.state.facts.opinions[0]).toMatchObject({ opinion: 'bop-1', setAside: '配偶任职于该单位。' });
      expect(one.tasks).toEqual([]);
      expect(() => aside(one, 'bop-1')).toThrow('was opened and counts; there are: bop-1-2, bop-1-3');
    });

    it('another expert can be asked in its place, and the mean waits for that opinion', () => {
      const one = opened();
      aside(one, 'bop-1');
      one.act('replaceExpert', people.province, { opinion: 'bop-1', reason: '补评。' }, noon);
      expect(one.last.openings).toMatchObject([{ id: 'bop-1-4' }]);
      expect(one.last.messages.map(({ action, input }) => [action, input])).toEqual([
        ['entryScored', { declaration: 'bdc-1' }],
      ]);
      one.act('opinionGiven', other, { opinion: 'bop-1-4' }, at('2019-04-30 10:00'));
      expect(one.last.childrenMessages).toMatchObject([{ action: 'openOpinion' }]);
      one.act('opinionOpened', other, { opinion: 'bop-1-4', score: 60, words: '一般。' }, at('2019-04-30 11:00'));
      expect(one.last.messages).toMatchObject([{ action: 'entryScored', input: { score: 75 } }]);
    });

    it('where no opinion is left, the next of the lot are asked, and the staff are told of places that stay open', () => {
      const one = opened();
      for (const opinion of ['bop-1', 'bop-1-2', 'bop-1-3']) aside(one, opinion);
      expect(one.state.facts.score).toBeNull();
      expect(one.last.openings).toMatchObject([{ parties: { expert: ['person:e4'] } }]);
      expect(one.last.tasks).toMatchObject([{ name: 'replaceExpert', detail: { missing: 2 } }]);
    });

    it('XC-05.5 is not set aside by who has an interest in a base of the call, nor once the list is made', () => {
      const one = opened();
      const interests = [{ base: '91310104MA1FR2CD85', people: [`person:${people.provinceManager.id}`] }];
      expect(() => aside(one, 'bop-1', record({ interests }))).toThrow('decide nothing in it');
      expect(() => aside(one, 'bop-1', record({ isOpen: false }))).toThrow('corrected on objection');
      const final = selected();
      final.act('interestDeclared', other, { account: 'e1' }, at('2019-05-02 10:00'));
      expect(final.tasks).toEqual(['lookIntoInterest']);
      expect(() => aside(final, 'bop-1')).toThrow('not open now');
      final.act(
        'settleInterest',
        people.provinceManager,
        { reason: '名单已定，按更正程序办理。' },
        at('2019-05-02 11:00'),
      );
      expect(final.tasks).toEqual([]);
    });
  });

  it('HN-BASE-03.1 a place that nobody can take stays open, is told, and is filled when experts are named again', () => {
    const one = received();
    const first = { seed: 'first', order: ['person:e1', 'person:e2', 'person:e3'] };
    one.act('panelDrawn', other, first, at('2019-04-28 10:00'));
    one.act('expertLeft', other, { opinion: 'bop-1', reason: '回避。' }, at('2019-04-28 11:00'));
    expect(one.last.tasks).toMatchObject([{ name: 'replaceExpert', detail: { overdue: [], missing: 1 } }]);
    for (const id of ['bop-1-2', 'bop-1-3']) one.act('opinionGiven', other, { opinion: id }, at('2019-04-29 10:00'));
    expect(one.last.childrenMessages).toEqual([]);
    const again = { seed: 'again', order: ['person:e4', 'person:e1', 'person:e3', 'person:e2'] };
    one.act('panelDrawn', other, again, at('2019-04-29 11:00'));
    expect(one.last.openings).toMatchObject([{ id: 'bop-1-4', parties: { expert: ['person:e4'] } }]);
    expect(one.state).toMatchObject({ stage: 'EXPERT_REVIEW', tasks: [] });
    one.act('opinionGiven', other, { opinion: 'bop-1-4' }, at('2019-04-30 10:00'));
    expect(one.last.childrenMessages).toMatchObject([{ action: 'openOpinion' }]);
  });

  it('HN-BASE-03.1 of two experts who are late, the second stays with the staff when the first is replaced or gives the opinion', () => {
    for (const action of ['replaceExpert', 'opinionGiven']) {
      const one = inReview();
      for (const id of ['bop-1', 'bop-1-2']) one.act('opinionOverdue', other, { opinion: id }, at('2019-05-06 00:00'));
      expect(one.last.tasks).toMatchObject([{ name: 'replaceExpert', detail: { overdue: ['bop-1', 'bop-1-2'] } }]);
      const input = { opinion: 'bop-1', ...(action === 'replaceExpert' && { reason: '逾期。' }) };
      one.act(action, action === 'replaceExpert' ? people.province : other, input, at('2019-05-06 09:00'));
      expect(one.tasks).toEqual(['replaceExpert']);
      expect(one.last.tasks).toMatchObject([{ name: 'replaceExpert', detail: { overdue: ['bop-1-2'] } }]);
      one.act('opinionGiven', other, { opinion: 'bop-1-2' }, at('2019-05-06 10:00'));
      expect(one.tasks).toEqual([]);
    }
  });

  it('HN-BASE-03.4 base and city are told of the result, and a withdrawal ends the review', () => {
    const one = selected();
    expect(one.toldTo('selected')).toEqual([BASE, CITY]);
    const not = inReview();
    not.act('baseNotSelected', other, { reason: '第五名。' }, at('2019-04-30 10:00'));
    expect(not.toldTo('notSelected')).toEqual([BASE, CITY]);
    expect(not.state.outcome).toBe('NOT_SELECTED');
    const gone = inReview();
    gone.act('withdrawDeclaration', people.base, {}, at('2019-04-29 10:00'));
    expect(gone.last.childrenMessages).toMatchObject([{ action: 'endReview', input: { why: 'WITHDRAWN' } }]);
    expect(gone.last.messages).toMatchObject([{ to: 'bcl-1', action: 'entryWithdrawn' }]);
  });
});

describe('the final materials', () => {
  const paper = (one: ReturnType<typeof selected>, copies: number, receivedOn: string, now: string) =>
    one.act('recordFinalPaper', people.province, { copies, receivedOn }, at(now));

  it('HN-BASE-04.1 two copies are incomplete, three with the disc are filed', () => {
    const one = selected();
    one.act('fileRevision', people.base, { fileIds: ['f-3'] }, at('2019-05-05 10:00'));
    expect(one.tasks).toEqual(['checkFinal']);
    one.act('returnRevision', people.province, { reason: '缺公章。' }, at('2019-05-05 11:00'));
    expect(one.tasks).toEqual([]);
    expect(one.toldTo('revisionReturned')).toEqual([BASE]);
    paper(one, 2, '2019-05-08', '2019-05-08 10:00');
    expect(one.toldTo('finalIncomplete')).toEqual([BASE]);
    one.act('recordDisc', people.province, { receivedOn: '2019-05-09' }, at('2019-05-09 10:00'));
    expect(one.state.stage).toBe('FINALISING');
    expect(() => paper(one, 3, '2019-05-11', '2019-05-10 10:00')).toThrow('once it has come');
    paper(one, 3, '2019-05-10', '2019-05-10 16:00');
    expect(one.state.outcome).toBe('FINAL_FILED');
  });

  it('HN-BASE-04.2 paper on 9 May and the disc on 11 May are late, and a manager decides', () => {
    const one = selected();
    paper(one, 3, '2019-05-09', '2019-05-09 10:00');
    one.liveUntil(at('2019-05-11 00:00'));
    expect(one.state).toMatchObject({ stage: 'FINAL_LATE', tasks: [{ name: 'decideLate' }] });
    const accept = () =>
      one.act('acceptLate', people.provinceManager, { reason: '快递延误。' }, at('2019-05-11 16:00'));
    expect(accept).toThrow('has not come yet');
    paper(one, 2, '2019-05-09', '2019-05-11 14:00');
    one.act('recordDisc', people.province, { receivedOn: '2019-05-11' }, at('2019-05-11 15:00'));
    expect(one.state.stage).toBe('FINAL_LATE');
    expect(accept).toThrow('not all copies');
    paper(one, 3, '2019-05-11', '2019-05-11 15:30');
    accept();
    expect(one.state.outcome).toBe('FINAL_FILED');
    const refused = selected();
    refused.liveUntil(at('2019-05-11 00:00'));
    refused.act('refuseLate', people.provinceManager, { reason: '未说明原因。' }, at('2019-05-13 09:00'));
    expect(refused.state.outcome).toBe('FINAL_REFUSED');
    expect(refused.toldTo('finalRefused')).toEqual([BASE]);
  });

  it('HN-BASE-04.2 what came in time and is recorded later is in time', () => {
    const one = selected();
    one.liveUntil(at('2019-05-11 00:00'));
    paper(one, 3, '2019-05-10', '2019-05-13 09:00');
    one.act('recordDisc', people.province, { receivedOn: '2019-05-10' }, at('2019-05-13 09:01'));
    expect(one.state).toMatchObject({ outcome: 'FINAL_FILED', tasks: [] });
  });

  it('HN-BASE-04.3 reminds on 2019-05-07 and 2019-05-09: the Sunday of 5 May was worked', () => {
    const one = selected();
    expect(one.liveUntil(at('2019-05-10 23:59'))).toEqual([at('2019-05-07 09:00'), at('2019-05-09 09:00')]);
    expect(one.toldTo('deadlineReminder')).toEqual([BASE]);
  });
});
