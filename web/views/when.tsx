// A time as the pages show it: UTC, as everywhere.
export const When = ({ at }: { readonly at: string }) => <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time>;
