import { knownLanguage, knownTimeZone } from '@tandem/domain';
import type { DeviceInput } from './participants.inputs.js';
import type { DeviceType } from './participants.types.js';

/** What a browser reports about itself, normalised: browsers report time zones and languages that no library knows. */
export const reportedDevice = ({ language, timeZone, ...device }: DeviceInput): DeviceType => ({
  ...device,
  language: knownLanguage(language),
  timeZone: knownTimeZone(timeZone),
});
