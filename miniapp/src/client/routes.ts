import type { Method } from '@shared/contract';
import type { contracts } from '@shared/contracts';

export type Contracts = typeof contracts;
export type Operation = keyof Contracts;

/** Where an operation is asked for. */
export interface Route {
  method: Method;
  path: string;
  needsKey?: true;
}

export type Routes = Record<Operation, Route>;

/** Read out of the contracts when the program is built (`config/routes.ts`): their schemas stay with the server. */
export const routes: Routes = TARO_APP_ROUTES;
