import type { CallOf } from '@shared/contract';
import type { contracts } from '@shared/contracts';
import { useState } from 'react';
import { actAs } from '@/client/actAs';
import { call } from '@/client/call';

type Body = CallOf<typeof contracts.bindAccount>['body'];

/** Binds this account to a household. */
export function useBinding(onDone: (door: string) => void, onRefused: (error: unknown) => void) {
  const [isBinding, setBinding] = useState(false);
  const bind = async (body: Body) => {
    if (isBinding) return;
    setBinding(true);
    try {
      const { membershipId, door } = await call('bindAccount', { body });
      await actAs(({ id }) => id === membershipId);
      onDone(door);
    } catch (error) {
      onRefused(error);
    }
    setBinding(false);
  };
  return { bind, isBinding };
}
