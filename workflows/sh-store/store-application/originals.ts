/** The originals that the materials are verified against at the interview (SH-STORE-05.2). */
import { refuse } from '../../../rules/refusal.ts';
import type { ApplicationFigures } from '../../../rules/sh-store/form.ts';
import { inBoth, text, type Text } from '../../../rules/text.ts';
import type { Interview, Original, Verified, Application } from './contract.ts';

const usual: Readonly<Record<'licence' | 'qualifications' | 'staff' | 'premises', Text>> = {
  licence: text('营业执照（律师事务所为执业许可证）正本', 'Business licence (law firms: practice licence), original'),
  qualifications: text('相关行业资质证书原件（如有）', 'Industry qualifications, originals, if any'),
  staff: text(
    '专职人员社保缴费证明及学历、职称证书',
    'Social-insurance slips of full-time staff, degree and title certificates',
  ),
  premises: text('经营场所产权证明或租赁合同', 'Title deed or lease of the premises'),
};

/** The usual list, then what the reviewer asks for beside it. A qualification that was filed is to be shown, too. */
export function originalsToBring({ hasQualification }: ApplicationFigures, extra: readonly string[]): Original[] {
  return [
    ...Object.entries(usual).map(([key, title]) => ({
      key,
      title,
      ifAny: key === 'qualifications' && !hasQualification,
    })),
    ...extra.map((title, index) => ({ key: `extra${index + 1}`, title, ifAny: false })),
  ];
}

/** Ticks originals or marks them deficient, by the keys of the appointment's list. */
export function tickOriginals(step: Application, items: readonly { item: string; result: Verified }[]): void {
  const originals = frozenList(step);
  for (const [index, { item, result }] of items.entries()) {
    const original = originals.find(({ key }) => key === item);
    if (original === undefined) {
      const keys = originals.map(({ key }) => key);
      refuse(
        'INVALID_INPUT',
        `本次面审的原件清单没有“${item}”，应为：${keys.join('、')}。`,
        `The originals of this interview have no '${item}'; they are ${keys.join(', ')}.`,
        { field: `items.${index}.item`, facts: { originals: keys } },
      );
    }
    if (result === 'NOT_APPLICABLE' && !original.ifAny) {
      refuse(
        'INVALID_INPUT',
        `“${inBoth(original.title).zh}”为必验项，不能标为不适用。`,
        `'${inBoth(original.title).en}' must be shown; it cannot be marked as not applicable.`,
        { field: `items.${index}.result` },
      );
    }
    step.facts.verified[item] = result;
  }
}

/** Every original of the list was looked at. */
export function originalsShown(step: Application): void {
  const open = frozenList(step).filter(({ key }) => step.facts.verified[key] === undefined);
  if (open.length === 0) return;
  refuse(
    'STEP_MISSING',
    `材料尚未全部验核：${open.map((original) => inBoth(original.title).zh).join('；')}。`,
    `Not verified against the originals yet: ${open.map((original) => inBoth(original.title).en).join('; ')}.`,
    { facts: { requirement: 'SH-STORE-05.2', open: open.map(({ key }) => key) } },
  );
}

/** None of the originals is deficient. */
export function originalsInOrder(step: Application): void {
  const deficient = deficientOriginals(step);
  if (deficient.length === 0) return;
  refuse(
    'STEP_MISSING',
    `材料验核不符：${deficient.map((original) => inBoth(original.title).zh).join('；')}。请先解决或不予通过。`,
    `Deficient: ${deficient.map((original) => inBoth(original.title).en).join('; ')}. Resolve it or fail the interview.`,
    { facts: { requirement: 'SH-STORE-05.2', deficient: deficient.map(({ key }) => key) } },
  );
}

export function commitmentSigned(step: Application): void {
  if (step.facts.commitmentFileId !== null) return;
  refuse('STEP_MISSING', '尚未签署《承诺书》。', 'The commitment letter has not been signed.', {
    facts: { requirement: 'SH-STORE-05.3' },
  });
}

export function deficientOriginals(step: Application): readonly Original[] {
  return frozenList(step).filter(({ key }) => step.facts.verified[key] === 'DEFICIENT');
}

function frozenList({ facts }: Application): Interview['originals'] {
  return facts.interview?.originals ?? [];
}
