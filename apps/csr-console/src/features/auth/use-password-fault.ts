import { KOREAN_PASSWORDS, passwordFault, type Belongings, type PasswordFault, type Scored } from '@tandem/domain';
import { useTimeoutFn } from '@vueuse/core';
import { ref, watch, type Ref } from 'vue';

/** No error is shown while somebody is typing. */
const PAUSE = 400;

let library: Promise<Scored> | null = null;
/** As the server has it. Large: it comes when somebody has typed as much as is needed. */
function load(): Promise<Scored> {
  library ??= (async () => {
    const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
    ]);
    const korean = [...KOREAN_PASSWORDS];
    const zxcvbn = new ZxcvbnFactory({ dictionary: { ...dictionary, korean }, graphs: adjacencyGraphs });
    return (password, own) => zxcvbn.check(password, own).score;
  })();
  library.catch(() => (library = null)); // offline: the server checks it too
  return library;
}

/** What the server would say of a new password, while it is typed; null when nothing, and while nothing is known. */
export function usePasswordFault(password: Ref<string>, whose: () => Belongings, current: () => string) {
  const fault = ref<PasswordFault | 'PASSWORD_SAME' | null>(null);

  async function look(typed: string): Promise<void> {
    if (typed && typed === current()) return void (fault.value = 'PASSWORD_SAME');
    const found = typed ? await passwordFault(typed, whose(), load).catch(() => null) : null;
    if (typed === password.value) fault.value = found;
  }
  const { start } = useTimeoutFn(look, PAUSE, { immediate: false });
  watch(password, (typed) => start(typed));
  return fault;
}
