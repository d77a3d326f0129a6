import type { CallOf } from '@shared/contract';
import type { contracts } from '@shared/contracts';
import { useRef, useState } from 'react';
import { actAs } from '@/client/actAs';
import { call } from '@/client/call';
import { uuidV7 } from '@/client/uuidV7';

type Body = CallOf<typeof contracts.bindAccount>['body'];

/** Binds once; what was not answered is sent again as the same wish. */
export function useBinding(onDone: (door: string) => void, onRefused: (error: unknown) => void) {
  const wish = useRef({ of: '', key: '' });
  const [isBinding, setBinding] = useState(false);
  const bind = async (body: Body) => {
    if (isBinding) return;
    setBinding(true);
    const of = JSON.stringify(body);
    if (wish.current.of !== of) wish.current = { of, key: uuidV7() };
    try {
      const { membershipId, door } = await call('bindAccount', { body, key: wish.current.key });
      await actAs(({ id }) => id === membershipId);
      onDone(door);
    } catch (error) {
      onRefused(error);
    }
    setBinding(false);
  };
  return { bind, isBinding };
}
