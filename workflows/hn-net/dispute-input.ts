/** Pieces of input schemas that complaints and mediations of the network share. Not for workflow code. */
import { refersTo, titled } from '../engine/titled.ts';
import { id } from '../engine/typed.ts';

export { disputeFields, eventDay, fileIds, words } from '../disputes/input.ts';
export { partyKey } from '../engine/party-input.ts';

/** A body of the network. Whether there is one is judged by the rules: windows come and go (HN-NET-02, `named-platform.ts`). */
export const bodyId = titled(refersTo(id.max(64), 'networkBody'), '机构', 'Body');

/** The same, or a window that has lost its qualification since: for what happened before. */
export const everPlatformId = titled(refersTo(id.max(64), 'everPlatform'), '服务平台', 'Platform');

/** A platform of the network: departments are none. Whether there is one is judged by the rules. */
export const platformId = titled(refersTo(id.max(64), 'platform'), '服务平台', 'Platform');

export const caseId = id.max(64);
