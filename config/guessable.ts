/** How hard a password or a secret is to guess, by zxcvbn: lists of common passwords, repetitions, sequences, keyboards, dates. */
import { createRequire } from 'node:module';
import type * as Core from '@zxcvbn-ts/core';
import type * as Common from '@zxcvbn-ts/language-common';

/** What people here try first and no list of the library has. */
const LOCAL = [
  ...['anjuan', 'admin', 'administrator', 'guanliyuan', 'root', 'postgres', 'mima', 'ceshi', 'test', 'demo'],
  ...['woaini', 'woaizhongguo', 'nihao', 'zhongguo', 'beijing', 'shanghai', 'pudong', 'hunan', 'changsha', 'anhui'],
  ...['qiye', 'fuwu', 'zhongxin', 'huawei', 'taobao', 'weixin', 'alibaba', 'tencent', 'baidu'],
  ...['5201314', '1314520', '520520', '88888888', '66668888', '168168'],
];

/** Beyond so many characters nothing is easy to guess, and reckoning takes long. */
const LOOKED_AT = 40;

let made: Core.ZxcvbnFactory | undefined;

/** Made when it is first needed: reading the lists takes a third of a second. */
function estimator(): Core.ZxcvbnFactory {
  if (made !== undefined) return made;
  const require = createRequire(import.meta.url);
  const core = require('@zxcvbn-ts/core') as typeof Core;
  const common = require('@zxcvbn-ts/language-common') as typeof Common;
  const dictionary = { ...common.dictionary, local: LOCAL };
  made = new core.ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs, maxLength: LOOKED_AT });
  return made;
}

/**
 * The number of guesses that find it, as a power of ten: 8 for a hundred million.
 * @param known what whoever guesses knows beside: names, addresses, an older password
 */
export function guessesFor(secret: string, known: readonly string[] = []): number {
  return estimator().check(secret, [...known]).guessesLog10;
}
