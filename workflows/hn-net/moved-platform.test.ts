/** Which platform a case has left: by the place where it lay, as the network knows it (HN-NET-02.2, 25.2). */
import { expect, it } from 'vitest';
import type { WindowEntry } from '../../rules/hn-net/window.ts';
import { lostLiuyang, lostNingxiang, ningxiang } from '../../test/support/network-windows.ts';
import { movedPlatform } from './moved-platform.ts';

const seat = { bodyId: 'hn-changsha', region: 'HN/CHANGSHA/NINGXIANG' };
const moved = (from: typeof seat, to: string, windows: readonly WindowEntry[]) => movedPlatform(from, to, windows).zh;

it('HN-NET-02.2 a case of a window recognised since left that window, and not the platform above it', () => {
  const words = moved(seat, 'hn-liuyang', [ningxiang]);
  expect(words).toBe('由 宁乡市中小企业综合窗口服务平台 改为 浏阳市中小企业综合窗口服务平台');
});

it('HN-NET-25.2 a window that has lost its qualification is named all the same, and so is the platform above it', () => {
  expect(moved(seat, 'hn-changsha', [lostNingxiang])).toMatch(/^由 宁乡.* 改为 长沙/);
  const liuyang = { bodyId: 'hn-liuyang', region: 'HN/CHANGSHA/LIUYANG' };
  expect(moved(liuyang, 'hn-changsha', [lostLiuyang])).toMatch(/^由 浏阳.* 改为 长沙/);
});

it('HN-NET-02.2 a case that lay at a platform with which the stack started left that one', () => {
  expect(moved({ ...seat, region: 'HN/CHANGSHA' }, 'hn-ningxiang', [ningxiang])).toMatch(/^由 长沙.* 改为 宁乡/);
});
