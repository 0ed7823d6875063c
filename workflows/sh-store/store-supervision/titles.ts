/** What the codes of the supervision are called. */
import { text } from '../../../rules/text.ts';

/** What a credit check found of the company or of a main shareholder (SH-STORE-15.2). */
export const creditResults = {
  CLEAR: text('无不良记录', 'nothing found'),
  ORDINARY_NOTE: text('一般记录，不属于严重失信', 'an ordinary note, no serious dishonesty'),
  SERIOUS_DISHONESTY: text('列入严重失信名单', 'listed for serious dishonesty'),
};

/** By what it is shown that a store cannot serve (SH-STORE-15.3). */
export const incapacities = {
  CLOSURE: text('停业', 'business closed'),
  LICENCE_CANCELLED: text('营业执照（执业许可证）注销或者吊销', 'licence cancelled or revoked'),
  NO_ANSWER: text('多次联系未获答复', 'no answer to repeated contacts'),
  OTHER: text('其他经营原因', 'another business reason'),
};

/** What follows from a conduct, by malice and refusal (SH-STORE-10.10, A-34). */
export const courses = {
  RETURN: text('无恶意、尚未拒不修改：退回修改', 'without malice and before refusal: returned for revision'),
  RECTIFY: text('拒不修改：整顿', 'refusal to revise: rectification'),
  CLEAR: text('恶意或者扰乱平台秩序：清退', 'malicious or disruptive: clearance'),
};

export const shareholderKinds = {
  PERSON: text('自然人', 'natural person'),
  ORGANISATION: text('法人或其他组织', 'legal person or other organisation'),
};
