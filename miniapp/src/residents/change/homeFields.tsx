import { View } from '@tarojs/components';
import { Card, Cells, type Option } from '@/parts';
import { NewcomerFields } from '../NewcomerFields';
import { useHomesAt } from '../useHomesAt';
import { useResidentsWords } from '../words';
import { DoorSearch } from './DoorSearch';
import type { FillProps } from './fillProps';
import { useChangeWords } from './words';

const labelOf = (options: Option[], chosen: string): string =>
  options.find(({ value }) => value === chosen)?.label ?? '';

export const MovedInFields = ({ form, onChange, faultOf }: FillProps) => (
  <Card>
    <NewcomerFields relation={form.relation} onChange={onChange} faultOf={faultOf} />
  </Card>
);

/** Which other household behind the same door. */
function OtherHome({ about, form, onChange, faultOf, label }: FillProps & { label: string }) {
  const { file } = about;
  const homes = useHomesAt(file.dwellingId ?? '', file.householdId);
  return (
    <Card>
      <Cells
        label={label}
        whole
        value={form.householdId}
        onChange={(householdId) => onChange({ householdId, home: labelOf(homes.options, householdId) })}
        fault={faultOf('householdId') ?? faultOf('intoHouseholdId')}
        options={homes.options}
      />
    </Card>
  );
}

export const JoinedFields = (props: FillProps) => <OtherHome {...props} label={useChangeWords().whichHome} />;
export const MergeFields = (props: FillProps) => <OtherHome {...props} label={useChangeWords().whichMerge} />;

export function SplitFields({ about, form, onChange, faultOf }: FillProps) {
  const { whoSplits } = useChangeWords();
  const toggle = (id: string) =>
    onChange({
      residentIds: form.residentIds.includes(id)
        ? form.residentIds.filter((one) => one !== id)
        : [...form.residentIds, id],
    });
  const { relations } = useResidentsWords();
  return (
    <Card>
      <Cells
        label={whoSplits}
        whole
        value={form.residentIds}
        onChange={toggle}
        fault={faultOf('residentIds')}
        options={about.household.people.map(({ residentId, name, relation }) => ({
          value: residentId,
          label: `${name} ${relations[relation] ?? ''}`.trim(),
        }))}
      />
    </Card>
  );
}

const own = 'own';

/** Another door, and with whom there: the door is looked for as neighbours say it. */
export function MovedFields({ about, form, onChange, faultOf }: FillProps) {
  const words = useChangeWords();
  const { ownHome, withWhom } = useResidentsWords();
  const homes = useHomesAt(form.dwellingId, about.file.householdId);
  const isHere = form.dwellingId !== '' && form.dwellingId === about.file.dwellingId;
  return (
    <Card>
      <DoorSearch
        value={form.dwellingId}
        fault={faultOf('dwellingId')}
        onChange={(dwellingId, toDoor) => onChange({ dwellingId, toDoor, householdId: '', home: '' })}
      />
      {isHere && <View className="under">{words.sameDoor}</View>}
      {homes.options.length > 0 && (
        <Cells
          label={withWhom}
          whole
          value={form.householdId || own}
          onChange={(chosen) => {
            const householdId = chosen === own ? '' : chosen;
            onChange({ householdId, home: labelOf(homes.options, householdId) });
          }}
          fault={faultOf('householdId')}
          options={[...homes.options, { value: own, label: ownHome }]}
        />
      )}
    </Card>
  );
}

/** One answer for the whole flat: who lives there owns it, or rents it. */
export function TenureFields({ form, onChange, faultOf }: FillProps) {
  const { names } = useChangeWords();
  const { tenures } = useResidentsWords();
  return (
    <Card>
      <Cells
        label={names.tenure}
        whole
        value={form.tenure}
        onChange={(tenure) => onChange({ tenure })}
        fault={faultOf('tenure')}
        options={(['own', 'rented', 'unknown'] as const).map((value) => ({ value, label: tenures[value] }))}
      />
    </Card>
  );
}
