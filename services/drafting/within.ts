// How long a check may look by meaning when a request asks for it.
import type { Settings } from '../../config/settings.js';

/** What looking for by meaning leaves is for the rest of the request. */
const SHARE_OF_TIME = 0.6;

/** Milliseconds, for CheckOptions.withinMs. */
export const withinRequest = ({ YANJU_REQUEST_TIMEOUT_S }: Pick<Settings, 'YANJU_REQUEST_TIMEOUT_S'>): number =>
  SHARE_OF_TIME * YANJU_REQUEST_TIMEOUT_S * 1000;
