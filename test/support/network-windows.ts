/** Entries of the register of windows: one recognised since the stack started, one below it, and one that was lost. */
import { bodyOf } from '../../rules/hn-net/network.ts';
import { placeOf, windowId, type WindowDeclaration } from '../../rules/hn-net/window.ts';
import { unitKey } from '../../rules/parties/party.ts';
import type { FoundEntry } from '../../workflows/engine/intake.ts';
import { registers } from '../../workflows/hn-net/words.ts';
import { PROVIDER } from './network-case.ts';

export function windowEntry(id: string, window: object, status = 'RECOGNISED'): FoundEntry {
  const disqualifiedFor = status === 'DISQUALIFIED' ? 'NOT_WORKING' : null;
  return {
    ...{ register: registers.windows, party: unitKey(id), name: id, status, bodyId: 'hn-dept-changsha', region: 'HN' },
    data: { window, operator: PROVIDER, disqualifiedFor },
  };
}

export const ningxiangDeclared: WindowDeclaration = {
  kind: 'COUNTY_COMPREHENSIVE',
  ...{ name: '宁乡市中小企业综合窗口服务平台', code: 'ningxiang', mark: '宁企窗' },
  ...{ region: 'HN/CHANGSHA/NINGXIANG', parent: 'hn-changsha', industry: null, telephone: '0731-88000021' },
};

const foodDeclared: WindowDeclaration = {
  ...ningxiangDeclared,
  ...{ kind: 'INDUSTRY', name: '宁乡食品产业窗口服务平台', code: 'ningxiang-food', mark: '宁食窗' },
  ...{ parent: 'hn-ningxiang', industry: '食品', telephone: '0731-88000022' },
};

/** Recognised since the stack started: the window of its city keeps its cases. */
export const ningxiang = windowEntry(windowId(ningxiangDeclared), placeOf(ningxiangDeclared));
export const lostNingxiang = { ...ningxiang, status: 'DISQUALIFIED' };
/** An industry window below it. */
export const food = windowEntry(windowId(foodDeclared), placeOf(foodDeclared));
/** Had from the start, and lost. */
export const lostLiuyang = windowEntry('hn-liuyang', { ...bodyOf('hn-liuyang') }, 'DISQUALIFIED');
