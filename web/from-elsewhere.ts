// Whether a form comes from another site's page. Browsers say so; what does not is no browser, and has nobody's standing to misuse.
import type { Request } from 'express';

/** `publicUrl`: the address outside, where a proxy in front goes by another one. */
export function fromElsewhere(request: Request, publicUrl: string | undefined): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = request.get('origin');
  return (
    origin !== undefined && origin !== publicUrl && origin !== `${request.protocol}://${request.get('host') ?? ''}`
  );
}
