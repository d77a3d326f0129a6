import { listCountries } from '@shared/returns/countries';
import { transportKinds } from '@shared/returns/declaration';
import { areaList } from '@vant/area-data';
import { useSettings } from '@/client/settings';
import { Card, Cells, Select, TextField, TimeField } from '@/parts';
import type { JourneyForm } from './journey';
import { useChoiceWords, useReturnWords } from './words';

interface Props {
  form: JourneyForm;
  faultOf(path: string): string | undefined;
  onChange(changes: Partial<JourneyForm>): void;
}

const options = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

/** From where, when and how: the same for everybody who travels together. */
export function JourneyFields({ form, faultOf, onChange }: Props) {
  const words = useReturnWords();
  const choices = useChoiceWords();
  const language = useSettings((settings) => settings.language);
  const cities = options(areaList.city_list).filter(
    ({ value }) => value.slice(0, 2) === form.province.slice(0, 2),
  );
  return (
    <Card>
      <Select
        label={words.province}
        value={form.province}
        onChange={(province) => onChange({ province, city: '', country: '' })}
        fault={form.province === 'abroad' ? undefined : faultOf('origin')}
        options={[...options(areaList.province_list), { value: 'abroad', label: words.abroad }]}
      />
      {form.province === 'abroad' ? (
        <Select
          label={words.country}
          value={form.country}
          onChange={(country) => onChange({ country })}
          fault={faultOf('origin')}
          options={listCountries(language)}
        />
      ) : (
        <Select
          label={words.city}
          value={form.city}
          onChange={(city) => onChange({ city })}
          options={cities}
        />
      )}
      <TimeField
        label={words.leftAt}
        dayLabel={words.leftDay}
        timeLabel={words.leftTime}
        value={form.leftAt}
        onChange={(leftAt) => onChange({ leftAt })}
        fault={faultOf('leftAt')}
      />
      <TimeField
        label={words.arrivedAt}
        dayLabel={words.arrivedDay}
        timeLabel={words.arrivedTime}
        isAheadAllowed
        value={form.arrivedAt}
        onChange={(arrivedAt) => onChange({ arrivedAt })}
        fault={faultOf('arrivedAt')}
      />
      <Cells
        label={words.transport}
        value={form.kind}
        onChange={(kind) => onChange({ kind })}
        fault={faultOf('transport')}
        options={transportKinds.map((value) => ({ value, label: choices[value] }))}
      />
      <TextField
        label={words.number}
        value={form.number}
        onChange={(number) => onChange({ number })}
        max={20}
      />
      <TextField label={words.seat} value={form.seat} onChange={(seat) => onChange({ seat })} max={20} />
    </Card>
  );
}
