// breaks: model-without-vue
import { useSession } from '../session/use-session.js';

export const known = useSession;
