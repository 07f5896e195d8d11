import type { components } from './schema';

type Schemas = components['schemas'];

/** A schema of the API by its name. */
export type Schema<Name extends keyof Schemas> = Schemas[Name];

export type Gap = Schema<'Gap'>;
export type GapDetail = Schema<'GapDetail'>;
export type GapState = Gap['state'];
export type Severity = Gap['severity'];
export type GapReason = Gap['reason'];
export type Category = Gap['category'];
export type Ownership = Gap['ownership'];
export type Role = Schema<'Role'>;
export type Caller = Schema<'Caller'>;
export type Session = Schema<'Session'>;
export type Run = Schema<'Run'>;
export type CustomerOutcome = Schema<'CustomerPart'>['outcome'];
export type ProviderOutcome = Schema<'ProviderPart'>['state'];
