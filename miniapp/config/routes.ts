import { require as load } from 'tsx/cjs/api';

// Taro compiles the files of this folder only.
const { contracts } = load(
  '../../shared/contracts.ts',
  __filename,
) as typeof import('../../shared/contracts');
const { needsKey } = load('../../shared/contract.ts', __filename) as typeof import('../../shared/contract');

/** What the client needs of each contract to send it: the program is built with this instead of all their schemas. */
export const routesOfContracts = () =>
  Object.fromEntries(
    Object.entries(contracts).map(([operation, contract]) => {
      const { method, path } = contract;
      return [operation, { method, path, ...(needsKey(contract) && { needsKey: true }) }];
    }),
  );
