import { Input, Picker, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { isBrowser } from '@/client/send';
import { usePlainWords } from '@/words';
import { Icon } from './Icon';
import { spoken } from './spoken';
import { Tap } from './Tap';

export interface Option {
  value: string;
  label: string;
}

interface FieldProps {
  label: string;
  /** What is wrong and how to mend it; stands right under the field. */
  fault?: string | undefined;
}
interface Valued extends FieldProps {
  value: string;
  onChange(value: string): void;
}

export const Fault = ({ text }: { text: string }) => (
  <View className="fault" {...spoken({ role: 'alert' })}>
    <Icon name="warn" size="small" />
    {text}
  </View>
);

function Field({ label, fault, children }: FieldProps & { children: ReactNode }) {
  return (
    <View className="field">
      <View className="label">{label}</View>
      {children}
      {fault && <Fault text={fault} />}
    </View>
  );
}

const inputClass = (fault: string | undefined) => (fault ? 'input wrong' : 'input');
const inputModes = { text: 'text', number: 'tel', idcard: 'text' } as const;

/** Uncontrolled: a controlled input jumps its caret on some phones. */
export function TextField({
  label,
  value,
  onChange,
  fault,
  type = 'text',
  max = 60,
}: Valued & { type?: keyof typeof inputModes; max?: number }) {
  const [first] = useState(value);
  return (
    <Field label={label} fault={fault}>
      {isBrowser ? (
        <input
          className={inputClass(fault)}
          aria-label={label}
          aria-invalid={fault !== undefined}
          defaultValue={first}
          maxLength={max}
          inputMode={inputModes[type]}
          onChange={(e) => onChange(e.target.value)}
        />
      ) : (
        <Input
          className={inputClass(fault)}
          ariaLabel={label}
          type={type}
          maxlength={max}
          value={first}
          onInput={(e) => onChange(e.detail.value)}
        />
      )}
    </Field>
  );
}

/** The platform’s own list: the browser’s, or the wheel of the phone. */
export function Select({ label, value, onChange, fault, options }: Valued & { options: Option[] }) {
  const { choose } = usePlainWords();
  return (
    <Field label={label} fault={fault}>
      {isBrowser ? (
        <select
          className={inputClass(fault)}
          aria-label={label}
          aria-invalid={fault !== undefined}
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

/** A Beijing day and time as `YYYY-MM-DDTHH:mm`. */
export function TimeField({ label, value, onChange, fault }: Valued) {
  const [day = '', time = ''] = value.split('T');
  const { choose } = usePlainWords();
  return (
    <Field label={label} fault={fault}>
      {isBrowser ? (
        <input
          className={inputClass(fault)}
          aria-label={label}
          aria-invalid={fault !== undefined}
          type="datetime-local"
          defaultValue={value}
          onChange={(e) => onChange(e.target.value)}
        />
      ) : (
        <View className="row">
          <Picker
            className="grow"
            mode="date"
            value={day}
            onChange={(e) => onChange(`${e.detail.value}T${time}`)}
          >
            <View className={inputClass(fault)}>{day || choose}</View>
          </Picker>
          <Picker
            className="grow"
            mode="time"
            value={time}
            onChange={(e) => onChange(`${day}T${e.detail.value}`)}
          >
            <View className={inputClass(fault)}>{time || choose}</View>
          </Picker>
        </View>
      )}
    </Field>
  );
}

type Choice = Omit<Valued, 'value'> & { value: string | string[]; options: Option[]; halves?: boolean };

/** A few choices as large cells; nothing is chosen at first. */
export function Cells({ label, value, onChange, fault, options, halves = false }: Choice) {
  const isOn = (option: Option) =>
    Array.isArray(value) ? value.includes(option.value) : value === option.value;
  return (
    <Field label={label} fault={fault}>
      <View className={halves ? 'cells halves' : 'cells'} {...spoken({ role: 'group', label })}>
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
