/** Which checks of schemathesis hold of this API, and why the others do not. */

/** What each answer is held against. */
export const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'missing_required_header',
  'use_after_free',
  'ensure_resource_availability',
  'ignored_auth',
] as const;

/** What is not held against them, and why. */
export const SWITCHED_OFF: Readonly<Record<string, string>> = {
  positive_data_acceptance: 'what a schema takes the rules may still refuse: 409 and 422 say why',
  unsupported_method:
    'an account is given its own operations, and another method of an address may be for others; api/http/declared.test.ts holds it for every address',
  allow_header_conformance: 'as unsupported_method: Allow names the methods of every account',
  object_level_authorization:
    'it needs two accounts in one run; words and ids that are withheld are looked for in every answer instead',
};
