/** The scenarios whose histories are kept. They are lived through in `scenarios.ts`, `network-scenarios.ts` and `evaluation-scenarios.ts`. */
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

const evaluationNames = [
  'assessment-published',
  'member-evaluated',
  'window-year',
  'base-selected',
  'centre-reviewed',
] as const;

export type EvaluationScenarioName = (typeof evaluationNames)[number];

export const names = [...storeNames, ...networkNames, ...evaluationNames];

export type ScenarioName = (typeof names)[number];
