// Which microphone and loudspeakers this browser uses. Kept in this browser only; the names of devices are not kept.
const key = 'helpline.devices';

export interface Devices {
  /** The browser's id of the microphone; null for whichever the system prefers. */
  microphone: string | null;
  /** Where the other party is heard. */
  speaker: string | null;
  /** Where it rings. */
  ringer: string | null;
  /** Whether the microphone was set up here by its button. */
  ready: boolean;
  /** Whether a voice was heard by this microphone since it was chosen. */
  heard: boolean;
  /** Whether this ringer rang since it was chosen. */
  rang: boolean;
  /** Whether the user said that there is no microphone here. */
  without: boolean;
}

const none: Devices = { microphone: null, speaker: null, ringer: null, ready: false, heard: false, rang: false, without: false };

export function devices(): Devices {
  try {
    return { ...none, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Devices>) };
  } catch {
    return { ...none };
  }
}

export function keep(change: Partial<Devices>): Devices {
  const kept = { ...devices(), ...change };
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
  return kept;
}

/** Sends a sound to a loudspeaker. One that is gone, or a browser that cannot, leaves it at the system's. */
export async function playOn(sound: HTMLMediaElement, speaker: string | null): Promise<void> {
  if ('setSinkId' in sound) await sound.setSinkId(speaker ?? '').catch(() => undefined);
}
