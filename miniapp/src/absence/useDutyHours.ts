import type { DutyHours, DutyView } from '@shared/grids/absenceContract';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';

/** The duty hours as they are being changed; null is always. */
export function useDutyHours({ hours, membershipId }: DutyView) {
  const [span, setSpan] = useState<DutyHours | null>(hours[0] ?? null);
  const [state, setState] = useState<'' | 'saved' | 'failed'>('');
  const change = (next: DutyHours | null) => {
    setState('');
    setSpan(next);
  };
  const save = async () => {
    try {
      await call('setDutyHours', { params: { membershipId }, body: { hours: span ? [span] : [] } });
      touched('absence');
      setState('saved');
    } catch {
      setState('failed');
    }
  };
  return { span, change, save, state };
}
