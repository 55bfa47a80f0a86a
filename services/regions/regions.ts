// The folder's entry: regions by the official division table, by code, by name, and as titles and issuers state them.
export { findRegion } from './find.js';
export { issuerLevel } from './issuer-level.js';
export { otherRegions } from './other-regions.js';
export { type Region, regionByCode, regionPath } from './region.js';
export { resolveRegion } from './resolve.js';
