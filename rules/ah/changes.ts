/** Changes of the operating body that are reported and filed: a record and no approval (AH-OPS-05, A-86). */
import { text } from '../text.ts';

export const changeProofs = {
  LICENCE: text('变更后的营业执照或者法人证书', 'Licence or certificate after the change'),
  RESOLUTION: text('变更决议或者任命文件', 'Resolution or appointment'),
  AGREEMENT: text('运营合同或者移交协议', 'Operating contract or agreement on the hand-over'),
  STATEMENT: text('变更情况说明', 'Statement on the change'),
} as const;

export type ChangeProof = keyof typeof changeProofs;

export const changeKinds = {
  NAME: { title: text('名称', 'Name'), proofs: ['LICENCE'] },
  LEGAL_REPRESENTATIVE: { title: text('法定代表人', 'Legal representative'), proofs: ['LICENCE', 'RESOLUTION'] },
  OPERATOR: { title: text('运营主体', 'Operating body'), proofs: ['LICENCE', 'AGREEMENT'] },
  ADDRESS: { title: text('服务场所', 'Premises'), proofs: ['STATEMENT'] },
  OTHER: { title: text('其他事项', 'Another matter'), proofs: ['STATEMENT'] },
} as const;

export type ChangeKind = keyof typeof changeKinds;

/** Proof that a change of this kind needs and that was not given. */
export function missingProofs(kind: ChangeKind, given: readonly ChangeProof[]): ChangeProof[] {
  return changeKinds[kind].proofs.filter((proof) => !given.includes(proof));
}
