export { Async, Loading, State } from './Async';
export { Button, Card, Chip, Line, Link, Notice, type StepProps, Steps } from './basics';
export { Call, dial, RoundCall } from './Call';
export { Cells, type Option, Select, TextField, TimeField } from './fields';
export { Icon } from './Icon';
export { Page } from './Page';
export { spoken } from './spoken';
export { Tap } from './Tap';
export { TemperaturePad } from './TemperaturePad';
