// The address that the service goes by outside, for links that are taken away: citations, lists, feeds.

/** A name or an address, and perhaps a port: nothing else that a client may send as its host is put into a link. */
const sane = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** Scheme and host without a slash at the end; `set` is YANJU_PUBLIC_URL, else the host that was asked decides. */
export function publicAddress(
  set: string | undefined,
  { protocol, host }: { readonly protocol: string; readonly host: string | undefined },
): string {
  if (set !== undefined) return set;
  return host !== undefined && sane.test(host) ? `${protocol === 'https' ? 'https' : 'http'}://${host}` : '';
}
