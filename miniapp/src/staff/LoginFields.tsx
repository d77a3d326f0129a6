import { TextField } from '@/parts';
import type { useSending } from './useSending';
import { useStaffWords } from './words';

export interface Login {
  login: string;
  password: string;
}

interface LoginFieldsProps {
  value: Login;
  onChange(changes: Partial<Login>): void;
  faultOf: ReturnType<typeof useSending>['faultOf'];
  onEnter?: () => void;
}

/** The telephone and the password of a member of staff. */
export function LoginFields({ value, onChange, faultOf, onEnter }: LoginFieldsProps) {
  const words = useStaffWords();
  return (
    <>
      <TextField
        label={words.login}
        value={value.login}
        onChange={(login) => onChange({ login })}
        fault={faultOf('login')}
        type="number"
        max={20}
        autoComplete="username"
      />
      <TextField
        label={words.password}
        value={value.password}
        onChange={(password) => onChange({ password })}
        fault={faultOf('password')}
        type="password"
        max={128}
        autoComplete="current-password"
        onEnter={onEnter}
      />
    </>
  );
}
