// The microphone. It is asked for only where somebody pressed a button for it.
export type MicrophoneProblem = 'refused' | 'none' | 'busy' | 'insecure';

export const microphoneProblems: Record<MicrophoneProblem, string> = {
  refused: 'Your browser was told not to share the microphone. To change that, open the settings beside the address of this page.',
  none: 'No microphone was found. Plug one in and try again.',
  busy: 'The microphone could not be opened. Another program may be using it.',
  insecure: 'Your browser shares the microphone only with a page that is reached over https, or on this computer itself.',
};

const sound = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** Opens the microphone with this id, or any when it is not there. */
export async function openMicrophone(id: string | null): Promise<MediaStream | MicrophoneProblem> {
  // Undefined where the page is not secure, whatever the types say.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (!media) return 'insecure';
  try {
    return await media.getUserMedia({ audio: id === null ? sound : { ...sound, deviceId: { exact: id } } });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (id !== null && (name === 'OverconstrainedError' || name === 'NotFoundError')) return openMicrophone(null);
    return name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy';
  }
}

/** Whether the microphone would be opened without a question: then it may be, without a button. */
export async function isAllowed(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' as PermissionName })).state === 'granted';
  } catch {
    return false;
  }
}

export function close(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
