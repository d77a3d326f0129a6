import { TextField } from '@/parts';

type WhyProps = Pick<Parameters<typeof TextField>[0], 'label' | 'value' | 'onChange' | 'fault'>;

/** Why, in own words. */
export const Why = (props: WhyProps) => <TextField {...props} max={200} />;
