import type { DemoRole } from '@shared/accounts/contract';
import { type ReactNode, useState } from 'react';
import { call } from '@/client/call';
import { Card, Cells, TextField } from '@/parts';
import { useIdentityWords, useSignInWords } from '../words';
import { EntryPage } from './EntryPage';
import { useEntering } from './useEntering';

const demoRoles = [
  ...([
    'resident',
    'worker',
    'leader',
    'volunteer',
    'health',
    'counsellor',
    'buildingHead',
    'office',
  ] as const),
  'newcomer',
] as const;

/** In a browser: as the numbered person of a role. */
export function DemoEntry({ ways }: { ways: ReactNode }) {
  const words = useSignInWords();
  const { roles } = useIdentityWords();
  const [role, setRole] = useState<DemoRole | ''>('');
  const [number, setNumber] = useState('1');
  const [numberFault, setNumberFault] = useState<string>();
  const { enter, isEntering, failure } = useEntering();
  const onEnter = () => {
    if (!role) return;
    const isNumber = /^[1-9]\d*$/.test(number);
    setNumberFault(isNumber ? undefined : words.numberFault);
    if (!isNumber) return;
    void enter(
      () => call('createDemoSession', { body: { role, number: Number(number) } }),
      ({ code }) => {
        const isUnknown = code === 'account.unknown';
        if (isUnknown) setNumberFault(words.unknown);
        return isUnknown;
      },
    );
  };
  return (
    <EntryPage isEntering={isEntering} failure={failure} off={!role} onEnter={onEnter}>
      <Card>
        <Cells
          label={words.as}
          value={role}
          onChange={(value) => setRole(value as DemoRole)}
          options={demoRoles.map((value) => ({
            value,
            label: value === 'newcomer' ? words.newcomer : roles[value],
          }))}
        />
        <TextField
          label={words.number}
          value={number}
          onChange={setNumber}
          onEnter={onEnter}
          fault={numberFault}
          type="number"
          max={4}
        />
      </Card>
      {ways}
    </EntryPage>
  );
}
