import { knownLanguage, knownTimeZone, type Device } from '@tandem/domain';
import type { DeviceInput } from './participants.inputs.js';

/** What a browser reports about itself, normalised: browsers report time zones and languages that no library knows. */
export const reportedDevice = ({ language, timeZone, ...device }: DeviceInput): Device => ({
  ...device,
  language: knownLanguage(language),
  timeZone: knownTimeZone(timeZone),
});
