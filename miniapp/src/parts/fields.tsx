import { Input, Picker, View } from '@tarojs/components';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { isBrowser } from '@/client/send';
import { usePlainWords } from '@/words';
import { Icon } from './Icon';
import { spoken } from './spoken';
import { Tap } from './Tap';

export interface Option {
  value: string;
  label: string;
}

export interface FieldProps {
  label: string;
  /** What is wrong and how to mend it; stands right under the field. */
  fault?: string | undefined;
}
export interface Valued extends FieldProps {
  value: string;
  onChange(value: string): void;
}

export const Fault = ({ text, id }: { text: string; id?: string }) => (
  <View className="fault" {...(id && { id })} {...spoken({ role: 'alert' })}>
    <Icon name="warn" size="small" />
    {text}
  </View>
);

interface FrameProps extends FieldProps {
  faultId: string;
  children: ReactNode;
}
export const Field = ({ label, fault, faultId, children }: FrameProps) => (
  <View className="field">
    <View className="label">{label}</View>
    {children}
    {fault && <Fault id={faultId} text={fault} />}
  </View>
);

/** In a browser: where a control says what is wrong with it, and whether anything is. */
export function useFaulty(fault: string | undefined) {
  const faultId = useId();
  const explained = isBrowser && fault ? { 'aria-describedby': faultId } : {};
  return { faultId, explained, told: { 'aria-invalid': fault !== undefined, ...explained } };
}

export const inputClass = (fault: string | undefined) => (fault ? 'input wrong' : 'input');
const inputModes = {
  text: 'text',
  number: 'tel',
  digit: 'decimal',
  idcard: 'text',
  password: 'text',
} as const;

interface TextFieldProps extends Valued {
  type?: keyof typeof inputModes;
  max?: number;
  /** What a browser may fill in of the person who holds the phone. */
  autoComplete?: 'name' | 'tel' | 'one-time-code' | 'username' | 'current-password' | 'new-password';
  onEnter?: () => void;
}

/** Uncontrolled: a controlled input jumps its caret on some phones. */
export function TextField({
  label,
  value,
  onChange,
  fault,
  type = 'text',
  max = 60,
  autoComplete,
  onEnter,
}: TextFieldProps) {
  const [first] = useState(value);
  const { faultId, told } = useFaulty(fault);
  // Enter also ends the choice of a Chinese word; that is not yet the end of the text.
  const onKeyDown = ({ key, nativeEvent }: KeyboardEvent) =>
    key === 'Enter' && !nativeEvent.isComposing && onEnter?.();
  return (
    <Field label={label} fault={fault} faultId={faultId}>
      {isBrowser ? (
        <input
          className={inputClass(fault)}
          aria-label={label}
          {...told}
          defaultValue={first}
          maxLength={max}
          type={type === 'password' ? 'password' : 'text'}
          inputMode={inputModes[type]}
          autoComplete={autoComplete}
          onChange={(e) => onChange(e.target.value)}
          onKeyDown={onKeyDown}
        />
      ) : (
        <Input
          className={inputClass(fault)}
          ariaLabel={label}
          type={type === 'password' ? 'safe-password' : type}
          password={type === 'password'}
          maxlength={max}
          value={first}
          onInput={(e) => onChange(e.detail.value)}
          onConfirm={() => onEnter?.()}
        />
      )}
    </Field>
  );
}

/** The platform’s own list: the browser’s, or the wheel of the phone. */
export function Select({
  label,
  value,
  onChange,
  fault,
  options,
  blank,
}: Valued & {
  options: Option[];
  /** What choosing none of them says; “please choose” unless told. */
  blank?: string;
}) {
  const plain = usePlainWords();
  const choose = blank ?? plain.choose;
  const { faultId, told } = useFaulty(fault);
  return (
    <Field label={label} fault={fault} faultId={faultId}>
      {isBrowser ? (
        <select
          className={inputClass(fault)}
          aria-label={label}
          {...told}
          value={value}
          onChange={(e) => onChange(e.target.value)}
        >
          <option value="">{choose}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <Picker
          // A picker whose options change keeps a stale choice.
          key={options.map((option) => option.value).join()}
          mode="selector"
          range={options.map((option) => option.label)}
          value={options.findIndex((option) => option.value === value)}
          onChange={(e) => onChange(options[Number(e.detail.value)]?.value ?? '')}
        >
          <View className={inputClass(fault)}>
            {options.find((option) => option.value === value)?.label ?? choose}
          </View>
        </Picker>
      )}
    </Field>
  );
}

type Choice = Omit<Valued, 'value'> & {
  value: string | string[];
  options: Option[];
  halves?: boolean;
  whole?: boolean;
};

/** A few choices as large cells; nothing is chosen at first. */
export function Cells({ label, value, onChange, fault, options, halves = false, whole = false }: Choice) {
  const isOn = (option: Option) =>
    Array.isArray(value) ? value.includes(option.value) : value === option.value;
  const { faultId, explained } = useFaulty(fault);
  return (
    <Field label={label} fault={fault} faultId={faultId}>
      <View
        className={whole ? 'cells whole' : halves ? 'cells halves' : 'cells'}
        {...spoken({ role: 'group', label })}
        {...explained}
      >
        {options.map((option) => (
          <Tap
            key={option.value}
            className={isOn(option) ? 'cell on' : 'cell'}
            isOn={isOn(option)}
            onTap={() => onChange(option.value)}
          >
            {isOn(option) && <Icon name="done" size="small" />}
            {option.label}
          </Tap>
        ))}
      </View>
    </Field>
  );
}
