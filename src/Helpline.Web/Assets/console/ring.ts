// A contact rings: a sound on the chosen ringer, the title, and a notice where the adviser allowed them. A notice says nothing of the contact.
import { devices, playOn } from '../voice/devices';

const rate = 8_000;
const seconds = 3;
const flashMilliseconds = 1_000;
const title = document.title;
const sound = new Audio();
let flash = 0;
let notice: Notification | null = null;

/** Two short bursts of 400 and 450 Hz in three seconds, as telephones ring here, as a WAV file. */
function ringTone(): Blob {
  const bytes = new DataView(new ArrayBuffer(44 + rate * seconds * 2));
  const text = (at: number, word: string): void => [...word].forEach((letter, i) => bytes.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF');
  bytes.setUint32(4, bytes.byteLength - 8, true);
  text(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, rate * 2, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  text(36, 'data');
  bytes.setUint32(40, rate * seconds * 2, true);
  for (let i = 0; i < rate * seconds; i++) {
    const at = i / rate;
    const on = at < 0.4 || (at >= 0.6 && at < 1);
    const wave = Math.sin(2 * Math.PI * 400 * at) + Math.sin(2 * Math.PI * 450 * at);
    bytes.setInt16(44 + i * 2, on ? Math.round(wave * 0.15 * 32_767) : 0, true);
  }
  return new Blob([bytes], { type: 'audio/wav' });
}

async function play(loop: boolean): Promise<void> {
  if (!sound.src) sound.src = URL.createObjectURL(ringTone());
  sound.loop = loop;
  sound.currentTime = 0;
  await playOn(sound, devices().ringer);
  await sound.play();
}

/** Rings once on the chosen ringer. False when the browser did not let it. */
export async function testRing(): Promise<boolean> {
  return play(false).then(() => true, () => false);
}

/** Whether notices can be shown: null where the browser has none. */
export const notices = (): NotificationPermission | null => 'Notification' in window ? Notification.permission : null;

export async function allowNotices(): Promise<void> {
  if ('Notification' in window) await Notification.requestPermission();
}

/** Rings until told to stop. */
export function startRinging(): void {
  stopRinging();
  // Without a press on the page since it was loaded a browser may keep it silent; title and notice ring then.
  void play(true).catch(() => undefined);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  document.title = `Ringing – ${title}`;
  let bell = false;
  if (!calm) {
    flash = window.setInterval(() => {
      bell = !bell;
      document.title = bell ? '☎ Ringing ☎' : `Ringing – ${title}`;
    }, flashMilliseconds);
  }
  if (notices() === 'granted' && document.hidden) {
    try {
      notice = new Notification('Helpline', { body: 'A contact is ringing. Go to the console to answer.', tag: 'helpline-offer' });
      notice.onclick = () => {
        window.focus();
        notice?.close();
      };
    } catch {
      // Some browsers only let a service worker notify; sound and title ring.
    }
  }
}

export function stopRinging(): void {
  sound.pause();
  window.clearInterval(flash);
  document.title = title;
  notice?.close();
  notice = null;
}
