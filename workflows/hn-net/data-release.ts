/** A data package that is released: checked, logged, told of. Whatever case it is asked for in (HN-NET-08.5, 21.4). */
import {
  basisOf,
  checkRelease,
  packageFields,
  packageRecipients,
  type PackageFieldKey,
  type Release,
} from '../../rules/hn-net/data-package.ts';
import { entry, listed } from '../../rules/phrases.ts';
import { refuseIssues } from '../../rules/refuse-issues.ts';
import { text, type Text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';

/** A data package that was released; the recipient's name stands on the timeline alone. */
export interface LoggedRelease {
  readonly recipient: string;
  readonly fields: readonly string[];
  readonly basis: string;
  readonly releasedAt: Instant;
}

/** What those concerned are told of a release. */
export interface ToldOfRelease {
  readonly recipient: Text;
  readonly fields: readonly Text[];
  readonly basis: string;
  readonly purpose?: string;
  readonly suppliedAt: Instant;
}

/**
 * A release as it is logged and told. The data themselves are in the records; who may fetch them is decided by the log.
 * @throws Refusal INVALID_INPUT if recipient, basis, request or purpose is missing
 */
export function releaseOf(
  asked: Release,
  at: Instant,
): { readonly logged: LoggedRelease; readonly told: ToldOfRelease } {
  refuseIssues(checkRelease(asked));
  const { recipient, fields, purpose } = asked;
  const basis = basisOf(asked);
  return {
    logged: { recipient, fields, basis, releasedAt: at },
    told: {
      recipient: packageRecipients[recipient].title,
      fields: fields.map((key) => packageFields[key].title),
      basis,
      suppliedAt: at,
      ...(purpose !== null && { purpose }),
    },
  };
}

/** What of a release stands on the timeline beside its recipient and its basis; nothing where nothing is released. */
export function packageInWords({
  fields,
  purpose,
}: {
  readonly fields: readonly PackageFieldKey[];
  readonly purpose?: string | undefined;
}): Text[] {
  return [
    ...(fields.length === 0
      ? []
      : [entry(text('资料', 'data'), listed(fields.map((field) => packageFields[field].title)))]),
    ...(purpose === undefined ? [] : [entry(text('用途', 'purpose'), purpose)]),
  ];
}
