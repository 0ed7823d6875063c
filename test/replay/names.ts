/** The scenarios whose histories are kept. They are lived through in `scenarios.ts` and `network-scenarios.ts`. */
const storeNames = [
  'standard-store',
  'supplement',
  'supplement-lapsed',
  'no-show-barred',
  'trial-regularised',
  'trial-failed',
  'setup-late-then-done',
  'setup-never-done',
  'rolled-over',
  'reopened',
  'invitation-lapsed',
  'calendar-changed',
  'absence-excused-and-ended',
  'route-changed',
  'invitation-declined',
  'clearance-confirmed',
  'clearance-dismissed',
  'done-in-time-told-late',
  'rules-adopted',
] as const;

const networkNames = [
  'provider-suspended-and-verified',
  'consumer-evaluates',
  'dispute-settled-by-department',
  'complaint-without-account',
] as const;

export type NetworkScenarioName = (typeof networkNames)[number];

export const names = [...storeNames, ...networkNames];

export type ScenarioName = (typeof names)[number];
