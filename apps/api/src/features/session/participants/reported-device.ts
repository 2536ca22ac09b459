import { knownLanguage, knownTimeZone } from '@tandem/domain';
import type { DeviceInput } from './participants.inputs.js';
import type { DeviceType } from './participants.types.js';

/** What a browser says of itself, as others can use it: browsers tell zones and languages that no program knows. */
export const reportedDevice = ({ language, timeZone, ...device }: DeviceInput): DeviceType => ({
  ...device,
  language: knownLanguage(language),
  timeZone: knownTimeZone(timeZone),
});
