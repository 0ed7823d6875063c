/** The consent that a form asks for before it takes personal information (HN-NET-15.6). Not for workflow code. */
import { z } from 'zod';
import { bilingual } from '../../rules/bilingual.ts';
import { consentTitle, privacyWords } from '../../rules/privacy.ts';
import { titledBy } from './titled.ts';

/** Given or nothing: there is no form without it. */
export const consent = titledBy(
  z.literal(
    true,
    bilingual('请阅读个人信息处理说明并勾选同意。', 'read how personal information is used, and agree to it'),
  ),
  consentTitle,
  privacyWords,
);
