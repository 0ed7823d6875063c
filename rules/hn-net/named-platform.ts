/** A body that a form or an action names: it must be one of the network as it stands, or nothing new is laid upon it (HN-NET-02.2, 25.2). */
import { issue, type Issue } from './issue.ts';
import { bodyOf, competentPlatform, platformOf, type NetworkBody } from './network.ts';
import { disqualificationGrounds, everKnown, lostOf, networkOf, windowData, type WindowEntry } from './window.ts';
import { unitKey } from '../parties/party.ts';

/**
 * What is wrong with a platform that somebody turns to: the network has none of this id, or it has lost its qualification and takes nothing
 * new; then it is said on which ground, and which platform has taken its place. Empty when nothing.
 */
export function namedPlatformIssues<F extends string>(
  field: F,
  id: string,
  windows: readonly WindowEntry[],
): Issue<F>[] {
  if (platformOf(id, networkOf(windows)) !== null) return [];
  return [
    lostIssue(field, platformOf(id, everKnown(windows)), windows) ??
      issue(
        field,
        '01.1',
        '没有这个服务平台，请选择枢纽平台或者窗口平台',
        'There is no such platform: choose the hub or a window of the network',
      ),
  ];
}

/** The same of a body of the network, a department or a platform. */
export function namedBodyIssues<F extends string>(field: F, id: string, windows: readonly WindowEntry[]): Issue<F>[] {
  if (bodyOf(id, networkOf(windows)) !== null) return [];
  return [
    lostIssue(field, bodyOf(id, everKnown(windows)), windows) ??
      issue(field, '01.1', '没有这个机构，请选择平台网络的机构', 'There is no such body: choose one of the network'),
  ];
}

/** The platform that has taken the place of a window: the next one above it that has its qualification (HN-NET-25.2); of another platform itself. */
export function successorOf(id: string, windows: readonly WindowEntry[]): NetworkBody {
  return competentPlatform(id, everKnown(windows), lostOf(windows));
}

function lostIssue<F extends string>(
  field: F,
  window: NetworkBody | null,
  windows: readonly WindowEntry[],
): Issue<F> | null {
  if (window === null) return null;
  const { name, telephone } = successorOf(window.id, windows);
  const entry = windows.find(({ party }) => party === unitKey(window.id));
  const lostFor = entry === undefined ? null : windowData(entry).disqualifiedFor;
  const why = lostFor === null ? null : disqualificationGrounds[lostFor];
  return issue(
    field,
    '25.2',
    `${window.name.zh}已取消窗口资格${why === null ? '' : `（${why.zh}）`}，不再办理新的事项，请选择${name.zh}，电话 ${telephone}`,
    `${window.name.en} has lost its qualification${why === null ? '' : ` (${why.en})`} and takes nothing new: choose ${name.en}, telephone ${telephone}`,
  );
}
