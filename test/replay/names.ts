/** The scenarios whose histories are kept. They are lived through in `scenarios.ts`. */
export const names = [
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

export type ScenarioName = (typeof names)[number];
