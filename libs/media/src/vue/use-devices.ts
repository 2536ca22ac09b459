import { onScopeDispose, reactive, ref } from 'vue';

/** The connected cameras and microphones, kept up to date. Browsers tell their names after a permission was granted. */
export function useDevices() {
  const microphones = ref<MediaDeviceInfo[]>([]);
  const cameras = ref<MediaDeviceInfo[]>([]);

  async function refresh(): Promise<void> {
    const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
    microphones.value = all.filter(({ kind }) => kind === 'audioinput');
    cameras.value = all.filter(({ kind }) => kind === 'videoinput');
  }
  const onChange = () => void refresh();
  navigator.mediaDevices?.addEventListener?.('devicechange', onChange);
  onScopeDispose(() => navigator.mediaDevices?.removeEventListener?.('devicechange', onChange));
  void refresh();
  return reactive({ microphones, cameras, refresh });
}
