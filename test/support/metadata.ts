// What a document states beyond the basics, when it states nothing.
export const unstated = {
  level: null,
  statusBasis: null,
  addressees: [] as string[],
  publishedOn: null,
  effectiveOn: null,
  signature: null,
  attachments: [] as string[],
};
