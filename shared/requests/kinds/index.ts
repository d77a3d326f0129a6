import { fever } from './fever';
import type { CaseKind } from './kind';

export * from './fever';
export type { CaseKind } from './kind';

/** Every kind of request there is. */
export const requestKinds = { fever } as const;
export type RequestKindName = keyof typeof requestKinds;
export const requestKindNames = Object.keys(requestKinds) as [RequestKindName, ...RequestKindName[]];

export const requestKindOf = (name: RequestKindName): CaseKind<RequestKindName> => requestKinds[name];
