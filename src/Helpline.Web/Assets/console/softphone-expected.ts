// Which lines this adviser is waiting for: offers they accepted here, and watching they asked for. Kept until the window is closed, so that a reload can take the line up again.
const key = 'helpline.expected';
const most = 50;
const watching = 'watching';

const kept = (): string[] => JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[];

/** An offer was accepted here. */
export const expectOffer = (offer: string): void => expect(offer.replaceAll('-', '').toLowerCase());

/** A supervisor asked to be on a call. */
export const expectWatching = (): void => expect(watching);

/** Whether the line that comes is one of those. */
export function isExpected(parameters: Map<string, string>): boolean {
  const offer = parameters.get('offer');
  const leg = parameters.get('leg') ?? '';
  const names = kept();
  return (offer !== undefined && names.includes(offer)) || (leg.startsWith('adv-') && names.includes(leg.slice(4))) || (leg.startsWith('sup-') && names.includes(watching));
}

function expect(name: string): void {
  sessionStorage.setItem(key, JSON.stringify([...kept().filter((n) => n !== name), name].slice(-most)));
}
